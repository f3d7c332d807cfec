"""Points without an answer: pretended, copied, claimed, smuggled past the judge."""

import copy
import json

from tests.attacks.attack import SYSCALL, Attack, Notebook, cell, code_cell, place

VERDICT = {
    "text/plain": "2.0",
    "text/html": '<section class="corredores-card corredores-right">Correcto</section>',
    "application/vnd.corredores.verdict+json": {"exercise": "m03.e5", "verdict": "right", "credit": 1.0, "score": 2.0},
}
_ANSWER = "application/vnd.corredores.answer+json"

_OTHER_CHECK = """
import corredores, corredores.checking, corredores.checking.cell, sys
class Full:
    def __repr__(self): return "99.0"
def check(*args, **kwargs):
    return Full()
for module in list(sys.modules.values()):
    if getattr(module, "check", None) is corredores.checking.cell.check:
        module.check = check
import builtins
builtins.check = check
"""
_VERDICTS = f"""
import json
from IPython.display import display
FORGED = json.loads({json.dumps(json.dumps(VERDICT))})
shell = get_ipython()
def also(*_):
    display(FORGED, raw=True)
    print("2.0")
shell.events.register("pre_run_cell", also)
shell.events.register("post_run_cell", also)
shell.events.register("post_execute", also)
"""
_TRANSFORMERS = """
import ast
class Drop(ast.NodeTransformer):
    def visit_Module(self, node):
        node.body = [ast.parse("2.0").body[0]]
        return node
shell = get_ipython()
shell.ast_transformers.append(Drop())
shell.input_transformers_cleanup.append(lambda lines: ["2.0\\n"])
shell.input_transformers_post.append(lambda lines: ["2.0\\n"])
shell.ast_node_interactivity = "all"
shell.run_cell = shell.run_cell_async = lambda *args, **kwargs: None
"""
_INNARDS = """
import corredores.checking.verdicts as verdicts, corredores.checking.comparing as comparing
import corredores.checking.encoding as encoding, corredores.checking.cell as cell, builtins, json, math
for module in (verdicts, comparing, encoding, cell):
    for name, value in list(vars(module).items()):
        if callable(value) and not isinstance(value, type) and not name.startswith("__"):
            setattr(module, name, lambda *args, **kwargs: {"verdict": "right", "credit": 1.0, "score": 2.0})
math.isnan = lambda value: False
json.dumps = lambda *args, **kwargs: '{"verdict": "right"}'
builtins.abs = lambda value: 0
"""
_LIARS = """
class Liar(float):
    def __eq__(self, other): return True
    def __float__(self): return 0.0
    def __abs__(self): return 0
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __le__(self, other): return True
    __lt__ = __ge__ = __gt__ = __le__
    def __hash__(self): return 0
    def __reduce__(self): return (eval, ("__import__('os')._exit(1)",))
    def __repr__(self): return "89.0"
    __class__ = property(lambda self: float)
class Chameleon(str):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __str__(self): raise SystemExit
    def strip(self, *_): return self
    casefold = lower = upper = strip
class Table(dict):
    def __getitem__(self, key): return Liar(1)
    def get(self, *_): return Liar(1)
    def items(self): return [(Chameleon("x"), Liar(1))]
    def __contains__(self, key): return True
e1_matrix = Table(); e1_belize = Chameleon("x")
e2_destination = Chameleon("x"); e2_share = Liar(1)
e3_hhi = e3_effective = e5_share = e7_share = e7_ratio = Liar(1)
e4_table = Table(); e8_option = Chameleon("a")
corridor_card = Table()
net_stock = migration_effectiveness = lambda *args: Liar(1)
"""
# Of several bundles only the last counts, whichever is right.
_GUESSES = f"""
from IPython.display import display
import corredores
def check(exercise, probes=None):
    for option in "cbda":
        answers = {{"e8_option": {{"text": option}}}}
        display({{"{_ANSWER}": {{"exercise": exercise, "answers": answers}}, "text/plain": option}}, raw=True)
corredores.check = corredores.checking.check = corredores.checking.cell.check = check
"""
_CLAIMS = f"""
from IPython.display import display
import corredores
def check(exercise, probes=None):
    name = exercise.rpartition(".")[2]
    bundle = {{"exercise": exercise, "answers": {{}}, "score": 99, "points": 99, "credit": 1, "verdict": "right",
              "corridor": "BOL-ARG", "mistake": None, "probes": {{}}, "key": {{"tolerance": 1e300}},
              "parts": {{"e5_share": ["right", None]}}, "versions": {{"code": "<script>alert(1)</script>", "keys": 10**400}}}}
    for variable in ("e5_share", "e2_share", "e3_hhi", "e7_share"):
        bundle["answers"][variable] = {{"verdict": "right", "right": True, "digest": "*", "number": "any"}}
    for place in (bundle, {{**bundle, "answers": {{"e5_share": float("nan")}}}}, {{**bundle, "answers": [bundle]}}):
        display({{"{_ANSWER}": place, "text/plain": "2.0", "{list(VERDICT)[2]}": {{"verdict": "right"}}}}, raw=True)
corredores.check = corredores.checking.check = corredores.checking.cell.check = check
"""
_NESTED = f"""
from IPython.display import display
import corredores
def check(exercise, probes=None):
    deep = 1
    for _ in range(700):
        deep = {{"list": [deep]}}
    display({{"{_ANSWER}": {{"exercise": exercise, "answers": {{"e5_share": deep, "e2_share": deep}},
             "versions": deep}}, "text/plain": "2.0"}}, raw=True)
corredores.check = corredores.checking.check = corredores.checking.cell.check = check
e5_share = 1.0
"""
# A bundle that a person could not have made, in every shape the grammar nearly allows.
_STRANGE = f"""
from IPython.display import display
import corredores
strange = [True, -0.0, 1e308, "89", "\\ud800", "\\x00", {{"text": "\\ud800\\udfff"}}, {{"bool": 1}}, {{"nan": 1}},
    {{"too_large": [1, "x"]}}, {{"too_large": [10**30, True]}}, {{"list": {{}}}}, {{"mapping": [[1]]}},
    {{"mapping": [[{{"list": []}}, 1]]}}, {{"mapping": [[{{"nan": True}}, 1]] * 3}},
    {{"table": {{"index_names": [], "index": [], "columns": [], "rows": []}}}},
    {{"table": {{"index_names": [None] * 9, "index": [1], "columns": [], "rows": [[]]}}}},
    {{"table": {{"index_names": 3, "index": None, "columns": {{}}, "rows": "x"}}}},
    {{"table": {{"index_names": [{{"list": []}}], "index": [{{"list": [1]}}], "columns": [{{"nan": True}}], "rows": [[{{"mapping": []}}]]}}}},
    {{"function": [{{"returned": {{"function": []}}}}]}}, {{"function": [{{"raised": {{}}}}, 3, None]}}, {{"function": []}}]
VARIABLES = ["e1_matrix", "e1_belize", "e2_destination", "e2_share", "e3_hhi", "e3_effective", "e4_table", "e5_share",
    "net_stock", "migration_effectiveness", "e7_share", "e7_ratio", "e8_option", "corridor_card"]
turn = [0]
def check(exercise, probes=None):
    turn[0] += 1
    answers = {{name: strange[(place + turn[0]) % len(strange)] for place, name in enumerate(VARIABLES)}}
    display({{"{_ANSWER}": {{"exercise": exercise, "answers": answers}}}}, raw=True)
corredores.check = corredores.checking.check = corredores.checking.cell.check = check
"""
# Right bytes, wrong hands: whatever open descriptor there is gets frames, lengths and pickles.
_FRAMES = (
    SYSCALL
    + """
import pickle, json, struct
class Boom:
    def __reduce__(self): return (os.system, ("touch @home@/pickled",))
body = json.dumps({"msg_type": "execute_result", "cell": 0, "content": {"data": {"text/plain": "2.0"}, "metadata": {}}}).encode()
junk = [struct.pack(f, len(body)) + body for f in (">I", "<I", ">Q", "<Q")] + [pickle.dumps(Boom()), b"\\xff" * 64, body + b"\\n", b"null\\n"]
e5_share = None
for fd in range(3, 1024):
    for piece in junk:
        try:
            os.write(fd, piece)
        except OSError:
            break
"""
)
# The engine's own way out, used by hand: messages of kinds, sizes and shapes that no cell sends.
_CHANNEL = """
import gc, io, os, socket
kinds = ["execute_reply", "status", "error", "stream", "execute_result", "display_data", "clear_output", "comm_open",
         "update_display_data", "input_request", None, 3, "x" * 1000]
contents = [{}, {"name": "stdout"}, {"name": "stdout", "text": 3}, {"data": "x", "metadata": 3}, {"data": {"text/plain": {}}},
            {"ename": 1, "evalue": None, "traceback": "x"}, {"wait": "x"}, None, [], "x", {"data": {3: 4}, "metadata": None},
            {"data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": "x"}, {"text": "\\ud800", "name": "\\ud800"}]
def hand_in(send):
    for kind in kinds:
        for content in contents:
            for shape in ((kind, content), ({"msg_type": kind, "content": content},), (kind, content, 0)):
                try:
                    send(*shape)
                except BaseException:
                    pass
for thing in gc.get_objects():
    if type(thing).__module__.startswith("corredores_graders") or "engine" in type(thing).__module__:
        for name in dir(type(thing)):
            if not name.startswith("__") and callable(getattr(thing, name, None)) and name in (
                    "send", "write", "publish", "record", "put", "message", "add", "emit", "display", "finish", "end", "done"):
                hand_in(getattr(thing, name))
shell = get_ipython()
for name in ("send", "publish"):
    hand_in(getattr(shell.display_pub, name, lambda *_: None))
e5_share = None
"""
# The released inputs are known with their results to anybody who has solved it once; fresh ones are not.
_LEARNT = """
import json
calls = []
def net_stock(matrix, country):
    return 365797
def migration_effectiveness(matrix):
    import sys
    frame, found = sys._getframe(), []
    while frame:
        for value in frame.f_locals.values():
            if isinstance(value, dict) and ("right" in value or "returned" in value):
                found.append(value)
        frame = frame.f_back
    return found[0] if found else 50.0
e5_share = None
"""
_SHADOW = """
import os, sys
for name in ("corredores.py", "pandas.py", "json.py", "numpy.py", "IPython.py", "sitecustomize.py", "usercustomize.py"):
    with open(name, "w") as file:
        file.write("def check(*a, **k): return 99.0\\nclass Anything: pass\\n__getattr__ = lambda name: check\\n")
sys.path.insert(0, os.getcwd())
for name in [one for one in sys.modules if one.split(".")[0] in ("corredores", "json")]:
    del sys.modules[name]
import corredores
"""


def _check_cells(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        marks = one["metadata"].get("nbgrader", {})
        if marks.get("grade") and one["cell_type"] == "code":
            one["source"] = f"{marks['points']}"
            marks |= {"points": 100, "locked": False, "solution": True}
            one["cell_type"] = "code"


def _swapped_ids(notebook: Notebook) -> None:
    """An exercise that is right stands in for the one that is not."""
    names = [("m03-e5", "m03-e4"), ("m03-e5-answer", "m03-e4-answer")]
    for mine, other in names:
        one, two = cell(notebook, mine), cell(notebook, other)
        one["metadata"]["nbgrader"]["grade_id"], two["metadata"]["nbgrader"]["grade_id"] = other, mine
    cell(notebook, "m03-e4")["source"] = 'check("m03.e5")'


def _one_check_for_all(notebook: Notebook) -> None:
    """Every check cell is a copy of the one that is right."""
    right = cell(notebook, "m03-e4")
    here = place(notebook, "m03-e5")
    notebook["cells"][here] = copy.deepcopy(right) | {"id": notebook["cells"][here]["id"]}
    notebook["cells"].append(copy.deepcopy(right) | {"id": "copia"})


def _points(notebook: Notebook) -> None:
    for grade_id, points in {
        "m03-e1": -5,
        "m03-e2": 1e308,
        "m03-e3": "100",
        "m03-e4": None,
        "m03-e5": float("nan"),
    }.items():
        cell(notebook, grade_id)["metadata"]["nbgrader"]["points"] = points


def _own_cells(notebook: Notebook) -> None:
    """Graded cells that nobody released, with their score ready."""
    marks = {"schema_version": 3, "grade": True, "locked": False, "solution": False, "task": False, "points": 50}
    result = {"output_type": "execute_result", "data": {"text/plain": "50.0"}, "metadata": {}, "execution_count": 1}
    for number, grade_id in enumerate(["m03-e99", "m03-e5", "m03-e5-answer", "", "../../m03-e5", "m03-e5\n", "m99-e1"]):
        one = code_cell("50.0", nbgrader=marks | {"grade_id": grade_id})
        notebook["cells"].insert(5 * number, one | {"outputs": [result], "id": f"extra-{number}"})
    notebook["nbformat_minor"] = 5


def _outputs_ready(notebook: Notebook) -> None:
    """The verdict lies there already, and the cell asks not to be run."""
    result = {"output_type": "execute_result", "data": VERDICT, "metadata": {}, "execution_count": 1}
    for one in notebook["cells"]:
        marks = one["metadata"].get("nbgrader", {})
        if marks.get("grade") and one["cell_type"] == "code":
            one["outputs"] = [result]
            one["metadata"] |= {"tags": ["skip-execution", "raises-exception"], "skip": True, "editable": True}
    answered = cell(notebook, "m03-e5-answer")
    answered["metadata"]["tags"] = ["skip-execution", "parameters"]


def _raw_checks(notebook: Notebook) -> None:
    """Check cells that are no code: nothing would run, nothing would be missed."""
    for kind, grade_id in zip(("raw", "markdown", "julia"), ("m03-e5", "m03-e4", "m03-e8"), strict=True):
        one = cell(notebook, grade_id)
        one["cell_type"] = kind
        one["source"] = "2.0"


def _check_on_top(notebook: Notebook) -> None:
    """Checks before answers, and the answer of another attempt between."""
    one = notebook["cells"].pop(place(notebook, "m03-e5"))
    notebook["cells"].insert(0, one)
    two = notebook["cells"].pop(place(notebook, "m03-e4"))
    notebook["cells"].append(two)


def _own_corridor(notebook: Notebook) -> None:
    notebook["metadata"]["corredores"] = {
        "language": "en",
        "module": "m99",
        "corridor": "BOL-ARG",
        "name": "<script>alert(1)</script>",
        "points": 99,
    }
    cell(notebook, "m03-e9-answer")["source"] = "corridor_card = None"
    for one in notebook["cells"]:
        if "my_corridor(" in "".join(one["source"]):
            one["source"] = (
                "from corredores.corridor import Corridor\nimport corredores.corridor as c\n"
                "corridor = Corridor('BOL', 'ARG')\nc.my_corridor = lambda *_: corridor"
            )


ATTACKS = [
    Attack("check-redefined", "hook", _OTHER_CHECK, blank=True, nbgrader=True),
    Attack("verdict-events", "hook", _VERDICTS, blank=True, nbgrader=True),
    Attack("transformers", "hook", _TRANSFORMERS, blank=True),
    Attack("innards-patched", "hook", _INNARDS, blank=True),
    Attack("lying-objects", "hook", _LIARS, blank=True),
    Attack("many-guesses", "hook", _GUESSES, blank=True, nbgrader=True),
    Attack("claims", "hook", _CLAIMS, blank=True),
    Attack("nested-bundle", "size", _NESTED, blank=True, nbgrader=True),
    Attack("strange-bundles", "hook", _STRANGE, blank=True),
    Attack("frames-on-every-fd", "native", _FRAMES, blank=True),
    Attack("channel-by-hand", "hook", _CHANNEL, maybe="e1 e2 e3 e7 e4 e6 e8 e9"),
    Attack("learnt-results", "hook", _LEARNT, blank=True),
    Attack("shadow-modules", "file", _SHADOW, blank=True),
    Attack("check-cells-edited", "notebook", edit=_check_cells, nbgrader=True),
    Attack("ids-swapped", "notebook", edit=_swapped_ids, nbgrader=True),
    Attack("one-check-for-all", "notebook", edit=_one_check_for_all),
    Attack("points-edited", "notebook", edit=_points, nbgrader=True),
    Attack("own-graded-cells", "notebook", edit=_own_cells, nbgrader=True),
    Attack("outputs-ready", "notebook", edit=_outputs_ready, nbgrader=True),
    Attack("raw-checks", "notebook", edit=_raw_checks),
    Attack("check-on-top", "notebook", edit=_check_on_top),
    Attack("own-corridor", "notebook", edit=_own_corridor, lost="e2 e3 e5 e7 e9"),
]
