"""What runs on the far side of the sandbox: the standard library, IPython, ipykernel and ``corredores``.

Nothing here knows a key, a name or a gradebook. ``server`` is the warm process; it forks a supervisor for each
submission (``supervisor``), which closes a child in (``namespaces`` or ``landlock``, ``limits``, ``seccomp``), and the
child runs the cells (``cells``, ``shell``).
"""
