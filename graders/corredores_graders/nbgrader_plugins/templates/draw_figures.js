(async () => {
  const packed = document.getElementById("corredores-plotly").textContent;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const program = document.createElement("script");
  program.textContent = await new Response(unpacked).text();
  document.head.append(program);
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  for (const figure of document.querySelectorAll("figure.corredores-figure")) {
    const { data, layout } = JSON.parse(figure.querySelector("script").textContent);
    const place = figure.querySelector("div");
    try {
      await Plotly.newPlot(place, data, layout, { displaylogo: false, responsive: true, topojsonURL: "data:," });
      figure.querySelector("figcaption").hidden = true;
    } catch (error) {
      place.textContent = "";
    }
  }
})();
