// A form with files: the photo just taken is sent at once, files may be dropped on it, and how much was sent is shown.
function wire(form) {
  const chosen = form.querySelector("input[type=file]:not([capture])");
  const camera = form.querySelector("input[type=file][capture]");
  const shown = form.querySelector("[data-upload-progress]");

  camera?.addEventListener("change", () => camera.files.length && form.requestSubmit());

  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.dataset.over = "";
  });
  form.addEventListener("dragleave", () => delete form.dataset.over);
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    delete form.dataset.over;
    chosen.files = event.dataTransfer.files;
    if (chosen.files.length) form.requestSubmit();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    shown.hidden = false;
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) shown.querySelector("progress").value = Math.round((100 * sent.loaded) / sent.total);
    });
    request.addEventListener("load", () => {
      const elsewhere = new URL(request.responseURL, location.href).pathname !== location.pathname;
      if (request.status < 300 && elsewhere) location.assign(request.responseURL);
      else answer(request);
    });
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
  });
}

// The page that came back says what was refused, and has said it: asked for again it would be silent.
function answer(request) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const main = page.querySelector("main");
  if (!main) return location.reload();
  document.querySelector("main").replaceWith(main);
  document.getElementById("flashes")?.replaceChildren(...page.querySelectorAll("#flashes > *"));
  window.htmx?.process(main);
  main.querySelectorAll("form[data-upload]").forEach(wire);
  main.focus();
}

document.querySelectorAll("form[data-upload]").forEach(wire);
