// A map wider than its frame opens at its subject, or at the conclusion on its left.
for (const canvas of document.querySelectorAll(".cb-figure__canvas")) {
  const place = (node) => node.getBoundingClientRect();
  const boxes = [...canvas.querySelectorAll(".cb-claim")];
  const node = canvas.querySelector(".cb-focus") ?? boxes.sort((a, b) => place(a).left - place(b).left)[0];
  if (!node) continue;
  const [frame, box] = [place(canvas), place(node)];
  canvas.scrollLeft = box.left - frame.left - (frame.width - box.width) / 2;
  canvas.scrollTop = box.top - frame.top - (frame.height - box.height) / 2;
}
