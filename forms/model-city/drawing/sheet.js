// Draws the recurring parts of a sheet and measures where its values go. A place for a value is any element with a `k` (kind);
// its attributes are the keys of [[field]] in the sheet's TOML. `draw` prints the page and keeps what stands in #toml.
const mm = px => Math.round(px * 25.4 / 96 * 100) / 100;
const eras = { meiji: '明治', taisho: '大正', showa: '昭和', heisei: '平成', reiwa: '令和' };

// What every sheet has alike, from its <meta name=sheet>: number, title, date, addressee, lead, office use, reception number.
// `office`: rows of 頭:はこ/はこ; what begins with ~ is a line to write on, not a box.
const sheet = document.querySelector('meta[name=sheet]');
const of = name => sheet.getAttribute(name) || '';
document.title = of('title');
// `pages`: sheets longer than one A4 stand one below the other, each in a <div class="body" style="top:…">.
const pages = +of('pages') || 1;
document.documentElement.style.setProperty('--pages', pages);
// `bare`: a sheet that is only lent as paper, such as the 委任状: no date, no office part, no number.
if (!sheet.hasAttribute('bare')) document.body.insertAdjacentHTML('afterbegin', `<p class="no">${of('no')}</p><h1>${of('title')}</h1>
    <p class="date">${of('day') || '届出日'}　令和<ymd item="visit.date" fixed></ymd></p><p class="to">（宛先）${of('to') || '書かない市長'}</p><p class="lead">${of('lead')}</p>`);
const checks = of('office').split('|').filter(Boolean).map(row => row.split(':'));
if (!sheet.hasAttribute('bare')) document.body.insertAdjacentHTML('beforeend', `<div class="office"><p>市使用欄　<small>（ここから下は書かないでください）</small></p>
    <table><colgroup><col style="width:24mm"><col><col style="width:19mm"><col style="width:19mm"><col style="width:19mm"><col style="width:34mm"></colgroup>
    <tr style="height:6mm"><th>本人確認</th><td><ck>個人番号カード</ck><ck>その他（　　　）</ck></td><th>課長</th><th>係長</th><th>担当</th><th>受付印</th></tr>
    ${checks.map(([head, words], n) => `<tr style="height:7mm"><th>${head}</th><td>${words.split('/').filter(Boolean).map(w => w[0] === '~' ? `<span>${w.slice(1)}</span>` : `<ck>${w}</ck>`).join('')}</td>
        ${n ? '' : `<td rowspan="${checks.length + 1}"></td><td rowspan="${checks.length + 1}"></td><td rowspan="${checks.length + 1}"></td><td rowspan="${checks.length + 1}"></td>`}</tr>`).join('')}
    <tr style="height:7mm"><th>処理日</th><td>令和　　年　　月　　日</td></tr></table></div>
    ${Array.from({ length: pages }, (_, n) => `<b class="receipt" k="text" item="visit.number" size="7.5" style="top:${297 * (n + 1) - 9}mm"></b>
        ${pages > 1 ? `<span class="pageno" style="top:${297 * (n + 1) - 9}mm">${n + 1}／${pages}ページ</span>` : ''}`).join('')}`);
// <tr block="deceased|applicant|bank" head="亡くなった方">: rows that many sheets share, in the columns 9, 29, rest, 24, 50 mm.
const when = condition => condition ? ` when="${condition}"` : '';
const both = (...conditions) => conditions.filter(Boolean).map(c => / or /.test(c) ? `(${c})` : c).join(' and ');
// A family is asked for 配偶者, 父母 or 兄弟姉妹; paper has 妻, 母 or 弟, as the card's sex and the two birth dates say. Where they do not,
// and for そのほか, a hand puts it into words.
const relationship = gate => {
    const box = (words, condition) => `<b k="text" ${words} size="11"${when(both(condition, gate))} style="position:absolute;inset:1.5mm 3mm"></b>`;
    const is = (who, sex, age) => both(`known(applicant.sex) and applicant.relationship = ${who} and applicant.sex = ${sex}`, age);
    const older = 'applicant.birth_date < deceased.birth_date', younger = 'applicant.birth_date > deceased.birth_date';
    return box('item="applicant.relationship"', 'applicant.relationship in {child, grandchild}')
        + [['夫', 'spouse', 'male'], ['妻', 'spouse', 'female'], ['父', 'parent', 'male'], ['母', 'parent', 'female'], ['兄', 'sibling', 'male', older],
            ['姉', 'sibling', 'female', older], ['弟', 'sibling', 'male', younger], ['妹', 'sibling', 'female', younger]]
            .map(([word, ...who]) => box(`literal="${word}"`, is(...who))).join('');
};
// `for` gives whom 続柄 is relative to; the pack knows only the relationship to the person who died, so `norel` leaves any other blank and
// `rel` says when the two are the same.
const blocks = {
    deceased: (head, row) => {
        const gate = row.getAttribute('when') ? ` when="${row.getAttribute('when')}"` : '';
        return `
        <tr style="height:6mm"><th rowspan="${row.hasAttribute('address') ? 5 : 4}" class="v">${head}</th><th class="kn">フリガナ</th><td colspan="3" k="text" item="deceased.name_kana" size="11"${gate}></td></tr>
        <tr style="height:12mm"><th>氏　　名</th><td colspan="3" k="text" item="deceased.name" face="name" size="18" required${gate}></td></tr>
        ${row.hasAttribute('address') ? `<tr style="height:10mm"><th>住　　所</th><td colspan="3" k="text" item="deceased.address" face="name" size="12"${gate}></td></tr>` : ''}
        <tr style="height:9mm"><th>生年月日</th><td colspan="3"><ymd item="deceased.birth_date" eras="meiji taisho showa heisei reiwa"${gate}></ymd></td></tr>
        <tr style="height:9mm"><th>死亡年月日</th><td colspan="3"><ymd item="deceased.death_date"${gate}></ymd></td></tr>`;
    },
    applicant: (head, row) => {
        const gate = when(row.getAttribute('when'));
        return `
        <tr style="height:6mm"><th rowspan="4" class="v" style="letter-spacing:.1em">${head}</th><th class="kn">フリガナ</th><td k="text" item="applicant.name_kana" size="11"${gate}></td><th rowspan="2">${row.getAttribute('for') || '亡くなった<br>方との続柄'}</th><td rowspan="2" class="at">${row.hasAttribute('norel') ? '' : relationship(both(row.getAttribute('when'), row.getAttribute('rel')))}</td></tr>
        <tr style="height:12mm"><th>氏　　名</th><td k="text" item="applicant.name" face="name" size="18" required${gate}></td></tr>
        <tr style="height:13mm"><th>住　　所</th><td colspan="3" class="at">
            <span style="position:absolute;left:2mm;top:calc(50% - 5.7mm);font-size:8.5pt">〒<b k="text" item="applicant.postal" size="10"${gate} style="width:30mm;height:4.6mm"></b></span>
            <b k="text" item="applicant.address" face="name" size="12" required${gate} style="position:absolute;left:2mm;top:calc(50% - .9mm);width:134mm;height:calc(50% + .3mm)"></b></td></tr>
        <tr style="height:9mm"><th>生年月日</th><td><ymd item="applicant.birth_date" eras="taisho showa heisei" w="6.7"${gate}></ymd></td><th>電話番号</th><td k="text" item="applicant.phone" size="12"${gate}></td></tr>`;
    },
    // The applicant's own account: for the funeral grant as 喪主, for refunds as the heirs' representative. Its rings and its letters
    // stand under one condition: all or none.
    bank: (head, row) => {
        const gate = row.getAttribute('when'), letters = when(gate);
        const ring = (id, word, kinds) => `<o id="ring_${id}"${when(both(kinds, gate))}>${word}</o>`;
        return `
        <tr style="height:10mm"><th rowspan="4" class="v">${head}</th><th>金融機関</th><td colspan="3"><b k="text" item="bank.name" size="12"${letters} style="width:70mm;height:8mm"></b><span class="ops">${ring('bank', '銀行', 'bank.type = bank')}・${ring('shinkin', '金庫', 'bank.type = shinkin')}・${ring('credit_union', '組合', 'bank.type = credit_union')}・${ring('ja', '農協', 'bank.type = ja')}</span></td></tr>
        <tr style="height:10mm"><th>支　　店</th><td><b k="text" item="bank.branch" size="12"${letters} style="width:47mm;height:8mm"></b><span class="of">本店・支店<br>出張所</span></td><th>預金種別</th><td><span class="ops">${ring('ordinary', '1 普通', 'bank.type in {bank, shinkin, credit_union, ja}')}・${ring('current', '2 当座', 'bank.type = current')}</span></td></tr>
        <tr style="height:11mm"><th>口座番号<br><small>（右づめ）</small></th><td colspan="3"><cells id="bank_number" item="bank.number" n="7" w="9" fill="right"${letters}></cells></td></tr>
        <tr style="height:11mm"><th>口座名義<br><small>（カナ・濁点も1マス）</small></th><td colspan="3"><cells id="bank_holder" item="bank.holder_kana" n="30" w="4.5" size="9.5" split_dakuten${letters}></cells></td></tr>`;
    },
    // A pension is paid by 記号・番号 at Japan Post Bank as they stand (facts 5.7), so they are never converted; with a 記号 there is no
    // other bank and no branch. The account is the claimant's own.
    pension: (head, row) => {
        const gate = row.getAttribute('when'), letters = when(gate), other = when(both('pension_bank.kind = bank', gate));
        return `
        <tr style="height:10mm"><th rowspan="4" class="v">${head}</th><th>金融機関</th><td colspan="3"><b k="text" item="pension_bank.name" size="12"${other} style="width:60mm;height:8mm"></b>　<b k="text" item="pension_bank.branch" size="12"${other} style="width:52mm;height:8mm"></b><span class="of">本店・支店<br>出張所</span></td></tr>
        <tr style="height:11mm"><th>口座番号<br><small>（左づめ）</small></th><td colspan="3"><cells id="pension_number" item="pension_bank.number" n="8" w="9" fill="left"${letters}></cells></td></tr>
        <tr style="height:11mm"><th>ゆうちょ銀行<br><small>（記号）</small></th><td colspan="3"><cells id="pension_symbol" item="pension_bank.symbol" n="5" w="9" fill="left"${when(both('pension_bank.kind = yucho', gate))}></cells>　<small>番号は上の口座番号の欄に書きます</small></td></tr>
        <tr style="height:9mm"><th>口座名義（カナ）</th><td colspan="3" k="text" item="applicant.name_kana" size="11"${when(both('known(pension_bank.kind)', gate))}></td></tr>`;
    },
    // The child for whom a benefit is claimed: the first of `rows` lines; the others are for a hand.
    child: (head, row) => {
        const gate = when(row.getAttribute('when'));
        return `
        <tr style="height:7mm"><th rowspan="${+(row.getAttribute('rows') || 3) + 1}" class="v">${head}</th><th colspan="2">氏　　名</th><th>続柄<br><small>（請求する方から）</small></th><th>生年月日</th></tr>
        <tr style="height:11mm"><td colspan="2" k="text" item="child.name" face="name" size="14"${gate}></td><td></td><td class="at"><b k="date_part" item="child.birth_date" part="wareki" size="10"${gate} style="width:46mm;height:7mm;margin-left:2mm"></b></td></tr>
        ${'<tr style="height:11mm"><td colspan="2"></td><td></td><td></td></tr>'.repeat(+(row.getAttribute('rows') || 3) - 1)}`;
    },
    child_bank: (head, row) => {
        const gate = when(row.getAttribute('when'));
        return `
        <tr style="height:10mm"><th rowspan="3" class="v">${head}</th><th>金融機関</th><td colspan="3"><b k="text" item="child_bank.name" size="12"${gate} style="width:60mm;height:8mm"></b>　<b k="text" item="child_bank.branch" size="12"${gate} style="width:52mm;height:8mm"></b><span class="of">本店・支店<br>出張所</span></td></tr>
        <tr style="height:11mm"><th>口座番号<br><small>（右づめ）</small></th><td colspan="3"><cells id="child_number" item="child_bank.number" n="7" w="9" fill="right"${gate}></cells></td></tr>
        <tr style="height:11mm"><th>口座名義<br><small>（カナ・児童の名義）</small></th><td colspan="3"><cells id="child_holder" item="child_bank.holder_kana" n="30" w="4.5" size="9.5" split_dakuten${gate}></cells></td></tr>`;
    },
};
for (const table of document.querySelectorAll('table.five'))
    table.insertAdjacentHTML('afterbegin', '<colgroup><col style="width:9mm"><col style="width:29mm"><col><col style="width:24mm"><col style="width:50mm"></colgroup>');
for (const row of document.querySelectorAll('tr[block]')) row.outerHTML = blocks[row.getAttribute('block')](row.getAttribute('head'), row);
// <sign head="届出人">: the place for a hand-written name. Declared, never filled.
for (const el of document.querySelectorAll('sign'))
    el.outerHTML = `<table><colgroup><col style="width:38mm"><col></colgroup><tr style="height:14mm"><th>${el.getAttribute('head')}　署名<br><small>（ご自分で書いてください）</small></th><td k="signature" id="signature"></td></tr></table>`;

// <ymd item="deceased.birth_date" eras="taisho showa heisei">: era letters to be ringed, then year, month and day.
// Without `eras` the era is written too: for dates whose era is not known beforehand but always recent.
// Letters are set in the middle of their box, 0.38 em above the baseline; so much of its 6 mm lies below the line of 年月日.
const base = Math.round((0.38 * 11.5 * 25.4 / 72 - 3) * 100) / 100;
for (const el of document.querySelectorAll('ymd')) {
    const item = el.getAttribute('item'), w = el.getAttribute('w') || 8, id = el.id || item.replaceAll('.', '_');
    const gate = when(el.getAttribute('when'));
    const rings = (el.getAttribute('eras') || '').split(' ').filter(Boolean)
        .map(e => `<o k="era_circle" id="${id}_${e}" item="${item}" era="${e}"${gate}>${eras[e]}</o>`).join('・');
    const part = (p, width, align = 'center') =>
        `<b k="date_part" id="${id}_${p}" item="${item}" part="${p}" align="${align}" size="11.5" style="width:${width}mm;height:6mm;top:0;vertical-align:${base}mm"${gate}></b>`;
    const era = el.hasAttribute('fixed') ? '' : rings || part('era', 11);
    el.innerHTML = `<span class="ops">${era}${rings ? ' ' : ''}${part('year', w)}年${part('month', w)}月${part('day', w)}日</span>`;
}
// <cells item n w fill>: one character a cell; `blank` ones are for a hand alone.
for (const el of document.querySelectorAll('cells')) {
    const n = +el.getAttribute('n'), w = el.getAttribute('w') || 7;
    const keep = ['item', 'value', 'fill', 'when', 'split_dakuten'].filter(a => el.hasAttribute(a)).map(a => `${a}="${el.getAttribute(a)}"`).join(' ');
    const field = el.hasAttribute('blank') ? '' : `k="cells" id="${el.id}" cells="${n}" size="${el.getAttribute('size') || 13}" align="center" ${keep}`;
    el.outerHTML = `<span class="cells" ${field}>${`<i style="width:${w}mm"></i>`.repeat(n)}</span>`;
}
// <ck when="…">words</ck>: a box to be ticked.
let boxes = 0;
for (const el of document.querySelectorAll('ck')) {
    const told = el.getAttribute('when');
    const mark = told ? ` k="check" id="${el.id || 'check_' + ++boxes}" when="${told.replaceAll('"', '&quot;')}" size="10"` : '';
    el.outerHTML = `<span class="ck"><i${mark}></i><span>${el.innerHTML}</span></span>`;
}
// Every word of a choice has the room of a ring about it, also those that only a hand rings.
for (const choice of document.querySelectorAll('.ops'))
    for (const node of [...choice.childNodes].filter(n => n.nodeType === Node.TEXT_NODE && choice.textContent.includes('・') && !choice.closest('ymd')))
        node.replaceWith(...node.data.split('・').flatMap((word, n) => {
            const o = document.createElement('o');
            o.textContent = word;
            return [...(n ? ['・'] : []), ...(word.trim() ? [o] : [])];
        }));
// <o when="…">word</o>: a printed choice to be ringed.
let rings = 0;
for (const el of document.querySelectorAll('o[when]')) {
    if (el.hasAttribute('k')) continue;
    el.setAttribute('k', 'circle');
    el.id ||= 'circle_' + ++rings;
}

// Rows grow into what is left of the page, by two fifths at most: a larger box is easier to write in and holds a longer name.
const office = document.querySelector('.office');
for (const body of document.querySelectorAll('.body, .half:not(.head)')) {
    const page = Math.ceil(mm(body.getBoundingClientRect().top) / 297);
    const foot = page === pages && office && body.className === 'body' ? mm(office.getBoundingClientRect().top) - 7 : 297 * page - 18;
    const rows = [...body.querySelectorAll('tr')].filter(row => row.style.height);
    const spare = foot - mm(body.getBoundingClientRect().bottom), all = rows.reduce((sum, row) => sum + parseFloat(row.style.height), 0);
    const growth = Math.min(1.4, 1 + spare / all);
    if (growth > 1.03 && !sheet.hasAttribute('bare')) for (const row of rows) row.style.height = `${parseFloat(row.style.height) * growth}mm`;
}

const quote = s => JSON.stringify(s);
const lines = [];
lines.push('# Written by drawing/draw from the drawing of the blank; edit the drawing, or move a field here and say so there.', '[sheet]');
for (const key of ['id', 'title', 'division']) lines.push(`${key} = ${quote(sheet.getAttribute(key))}`);
lines.push(`blank = ${quote(sheet.getAttribute('id') + '.pdf')}`, `pages = ${pages}`,
    `size = [${Math.round(mm(document.body.clientWidth))}.0, ${Math.round(mm(document.body.clientHeight) / pages)}.0]`);
// Where a box stands: `page` and millimetres from that page's corner.
const at = box => {
    const page = pages > 1 ? Math.floor(mm(box.y) / 297) + 1 : 1;
    return `at = { page = ${page}, x = ${mm(box.x)}, y = ${Math.round((mm(box.y) - 297 * (page - 1)) * 100) / 100}, w = ${mm(box.width)}, h = ${mm(box.height)} }`;
};
const seen = new Set();
for (const el of document.querySelectorAll('[k]')) {
    let box = el.getBoundingClientRect();
    // Inside the outer rule of the cells, so that each letter stands in the middle of its own.
    if (el.getAttribute('k') === 'cells') box = { x: box.x + el.clientLeft, y: box.y, width: el.clientWidth, height: box.height };
    if (el.tagName === 'TD') box = { x: box.x + 5.7, y: box.y + 1.2, width: box.width - 11.4, height: box.height - 2.4 };
    let id = el.id || (el.getAttribute('item') || el.getAttribute('value') || el.getAttribute('k')).replace(/[^a-z0-9]+/g, '_');
    for (let n = 2; seen.has(id); ++n) id = id.replace(/_\d+$/, '') + '_' + n;
    seen.add(id);
    lines.push('', '[[field]]', `id = ${quote(id)}`, `kind = ${quote(el.getAttribute('k'))}`);
    for (const key of ['item', 'value', 'literal', 'part', 'era', 'when', 'face', 'align', 'fill', 'fit'])
        if (el.hasAttribute(key)) lines.push(`${key} = ${quote(el.getAttribute(key))}`);
    lines.push(at(box));
    const size = Number(el.getAttribute('size') || 11.5);
    lines.push(`size = ${Number.isInteger(size) ? size + '.0' : size}`);
    if (el.hasAttribute('cells')) lines.push(`cells = ${el.getAttribute('cells')}`);
    for (const key of ['split_dakuten', 'required']) if (el.hasAttribute(key)) lines.push(`${key} = true`);
}
// The city's own part of the paper: nothing is ever written there.
if (office) lines.push('', '[[office_use]]', at(office.getBoundingClientRect()));
const note = document.createElement('script');
note.id = 'toml';
note.type = 'text/plain';
note.textContent = '\n' + lines.join('\n') + '\n';
document.head.append(note);
