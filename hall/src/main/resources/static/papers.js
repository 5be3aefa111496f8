// A photograph from a telephone is often larger than a paper may be. It is made smaller here, before it is sent;
// where that cannot be done the file goes as it is and the hall says what is wrong with it.

const LONGEST_SIDE = [3200, 2400, 1800];
const QUALITY = [0.88, 0.75, 0.6];

/** The picture as a JPEG of at most so many bytes, or null. */
async function smaller(file, most) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const longest = Math.max(picture.width, picture.height);
  for (const side of LONGEST_SIDE) {
    const scale = Math.min(1, side / longest);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const drawing = canvas.getContext("2d");
    drawing.fillStyle = "#fff";
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITY) {
      const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (made && made.size <= most) {
        return new File([made], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
      }
    }
  }
  return null;
}

async function replaceByASmallerOne(input, file) {
  const made = await smaller(file, Number(input.dataset.most)).catch(() => null);
  if (made) {
    const files = new DataTransfer();
    files.items.add(made);
    input.files = files.files;
  }
  input.dataset.seen = "";
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener(
  "change",
  (event) => {
    const input = event.target;
    const file = input.files?.[0];
    if (!file || !input.dataset.most) return;
    if ("seen" in input.dataset) {
      delete input.dataset.seen;
    } else if (file.size > Number(input.dataset.most) && file.type.startsWith("image/")) {
      event.stopImmediatePropagation();
      replaceByASmallerOne(input, file);
    }
  },
  true,
);
