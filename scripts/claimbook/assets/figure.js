// A map wider than its frame opens where its subject stands.
for (const canvas of document.querySelectorAll(".cb-figure__canvas")) {
  const node = canvas.querySelector(".cb-focus") ?? canvas.querySelector(".cb-claim");
  if (!node) continue;
  const frame = canvas.getBoundingClientRect();
  const box = node.getBoundingClientRect();
  canvas.scrollLeft = box.left - frame.left - (frame.width - box.width) / 2;
  canvas.scrollTop = box.top - frame.top - (frame.height - box.height) / 2;
}
