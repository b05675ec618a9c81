// The same work by pdf-lib: a dozen values in IPAmj Mincho, subset, over each of the blanks in a folder.
import { PDFDocument } from 'pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const face = readFileSync('/usr/share/fonts/truetype/ipamj/ipamjm.ttf');
const values = ['𠮷邉󠄐　健一', '𠮷邉󠄐　正一', 'ヨシベ　ケンイチ', '言葉県書かない市本町３丁目１２番５号', '000-0123', '50,000',
                '令和', '8', '11', '22', '1234567', '1122-014'];
const blanks = readdirSync(folder).filter((name) => /^\d\d\.pdf$/.test(name)).sort();

async function fillAll() {
  let bytes = 0;
  for (const name of blanks) {
    const pdf = await PDFDocument.load(readFileSync(join(folder, name)));
    pdf.registerFontkit(fontkit);
    const font = await pdf.embedFont(face, { subset: true });
    const page = pdf.getPages()[0];
    values.forEach((value, i) => page.drawText(value, { x: 150, y: 700 - 24 * i, size: 12, font }));
    bytes += (await pdf.save()).length;
  }
  return bytes;
}

await fillAll();
const begun = process.cpuUsage();
const bytes = await fillAll();
const used = process.cpuUsage(begun);
writeFileSync(join(folder, 'theirs_ms'), `${(used.user + used.system) / 1000}\n`);
console.log(`${'pdf-lib: the same 20 blanks, warm'.padEnd(42)} ${((used.user + used.system) / 1000).toFixed(1).padStart(8)} ms CPU  ${Math.round(bytes / 1000)} kB  ${Math.round(process.memoryUsage.rss() / 1048576)} MiB`);
