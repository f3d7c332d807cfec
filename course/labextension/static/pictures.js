// A picture of the course in JupyterLab: found by a screen reader by role and name, and dark where the theme is.
// Plotly's renderer says neither; and of a notebook opened again it shows an image without words. Written by hand as
// the container that JupyterLab loads (module federation), so that nothing has to be built: no Node, no bundler.
(() => {
  const PLOTLY = "application/vnd.plotly.v1+json";
  const DARK = `@media screen {
    body[data-jp-theme-light="false"] .corredores-picture { filter: invert(0.88) hue-rotate(180deg); }
  }`;

  function nameWith(node, about) {
    if (!about?.alt) return;
    node.classList.add("corredores-picture");
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", about.alt);
  }

  // The renderer of a figure, which learns only with the model whether the figure is one of the course's.
  function naming(renderer) {
    const renderModel = renderer.renderModel.bind(renderer);
    renderer.renderModel = (model) => {
      nameWith(renderer.node, model.metadata.corredores);
      return renderModel(model);
    };
    return renderer;
  }

  function activate(app, renderers) {
    const name = () => {
      const plotly = renderers.getFactory(PLOTLY);
      if (!plotly) return false;
      renderers.addFactory({ ...plotly, createRenderer: (options) => naming(plotly.createRenderer(options)) }, 1);
      return true;
    };
    if (!name()) app.started.then(name); // plotly's own extension may come after this one
    const style = document.createElement("style");
    style.textContent = DARK;
    document.head.append(style);
  }

  let shared;

  async function extension() {
    const [rendermime] = Object.values(shared["@jupyterlab/rendermime"]);
    const { IRenderMimeRegistry } = (await rendermime.get())();
    const plugin = { id: "corredores:pictures", autoStart: true, requires: [IRenderMimeRegistry], activate };
    return () => ({ __esModule: true, default: plugin });
  }

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB.corredores = {
    init: (scope) => {
      shared = scope;
    },
    get: extension,
  };
})();
