// An instrument's buttons: print it, or keep what was written in a text file. Nothing is sent anywhere.
function written(form) {
  const fields = [...form.querySelectorAll(".field")].map((field) => {
    const control = field.querySelector("input, textarea");
    return `${field.querySelector("label").textContent}\n${control.value}`;
  });
  return [document.querySelector("h1").firstChild.textContent.trim(), ...fields].join("\n\n") + "\n";
}

function save(form) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([written(form)], {type: "text/plain"}));
  link.download = `${form.dataset.name}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("form.instrument button[data-action]");
  if (!button) return;
  if (button.dataset.action === "print") window.print();
  else save(button.form);
});
