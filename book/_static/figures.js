// A figure's live version: asked for with a button, drawn from files of this book alone.
const root = document.documentElement.dataset.content_root ?? "./";
const loaded = new Map();

function load(address) {
  if (!loaded.has(address)) {
    loaded.set(address, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));
  }
  return loaded.get(address);
}

async function open(figure) {
  const key = figure.dataset.figure;
  await Promise.all([load(`${root}../shared/plotly.min.js`), load(`${root}figures/${key}.js`)]);
  const {data, layout} = window.corredoresFigures[key];
  const live = document.createElement("div");
  live.setAttribute("role", "img");
  live.setAttribute("aria-label", figure.dataset.alt);
  live.style.height = `${figure.dataset.height}px`;
  const still = figure.querySelector(".corredores-picture");
  still.replaceChildren(live);
  await window.Plotly.newPlot(live, data, {...layout, width: undefined, autosize: true}, {displayModeBar: false, responsive: true});
}

document.addEventListener("DOMContentLoaded", () => {
  for (const figure of document.querySelectorAll("figure[data-figure]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "corredores-live";
    button.textContent = figure.dataset.live;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        await open(figure);
        button.remove();
      } catch {
        button.disabled = false;
      }
    });
    figure.querySelector("figcaption").before(button);
  }
});
