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
    request.addEventListener("load", () => (request.status < 300 ? location.assign(request.responseURL) : answer(request)));
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
  });
}

// What was refused is said on the page that came back.
function answer(request) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const main = page.querySelector("main");
  if (!main) return location.reload();
  document.querySelector("main").replaceWith(main);
  main.querySelectorAll("form[data-upload]").forEach(wire);
  main.focus();
}

document.querySelectorAll("form[data-upload]").forEach(wire);
