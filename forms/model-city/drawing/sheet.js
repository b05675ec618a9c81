// Draws the recurring parts of a sheet and measures where its values go. A place for a value is any element with a `k` (kind);
// its attributes are the keys of [[field]] in the sheet's TOML. `draw` prints the page and keeps what stands in #toml.
const mm = px => Math.round(px * 25.4 / 96 * 100) / 100;
const eras = { meiji: '明治', taisho: '大正', showa: '昭和', heisei: '平成', reiwa: '令和' };

// What every sheet has alike, from its <meta name=sheet>: number, title, date, addressee, lead, office use, reception number.
const sheet = document.querySelector('meta[name=sheet]');
const of = name => sheet.getAttribute(name) || '';
document.title = of('title');
// `bare`: a sheet that is only lent as paper, such as the 委任状: no date, no office part, no number.
if (!sheet.hasAttribute('bare')) document.body.insertAdjacentHTML('afterbegin', `<p class="no">${of('no')}</p><h1>${of('title')}</h1>
    <p class="date">${of('day') || '届出日'}　令和<ymd item="visit.date" fixed></ymd></p><p class="to">（宛先）${of('to') || '書かない市長'}</p><p class="lead">${of('lead')}</p>`);
const checks = of('office').split('|').filter(Boolean).map(row => row.split(':'));
if (!sheet.hasAttribute('bare')) document.body.insertAdjacentHTML('beforeend', `<div class="office"><p>市使用欄　<small>（ここから下は書かないでください）</small></p>
    <table><colgroup><col style="width:24mm"><col><col style="width:19mm"><col style="width:19mm"><col style="width:19mm"><col style="width:34mm"></colgroup>
    <tr style="height:6mm"><th>本人確認</th><td><ck>個人番号カード</ck><ck>その他（　　　）</ck></td><th>課長</th><th>係長</th><th>担当</th><th>受付印</th></tr>
    ${checks.map(([head, words], n) => `<tr style="height:7mm"><th>${head}</th><td>${words.split('/').filter(Boolean).map(w => `<ck>${w}</ck>`).join('')}</td>
        ${n ? '' : `<td rowspan="${checks.length + 1}"></td><td rowspan="${checks.length + 1}"></td><td rowspan="${checks.length + 1}"></td><td rowspan="${checks.length + 1}"></td>`}</tr>`).join('')}
    <tr style="height:7mm"><th>処理</th><td>令和　　年　　月　　日</td></tr></table></div>
    <b class="receipt" k="text" item="visit.number" size="7.5"></b>`);
// <tr block="deceased|applicant|bank" head="亡くなった方">: rows that many sheets share, in the columns 9, 29, rest, 24, 50 mm.
// `for` gives whom 続柄 is relative to; the pack knows only the relationship to the person who died, so `norel` leaves any other blank.
const blocks = {
    deceased: (head, row) => `
        <tr style="height:6mm"><th rowspan="${row.hasAttribute('address') ? 5 : 4}" class="v">${head}</th><th class="kn">フリガナ</th><td colspan="3" k="text" item="deceased.name_kana" size="11"></td></tr>
        <tr style="height:12mm"><th>氏　　名</th><td colspan="3" k="text" item="deceased.name" face="name" size="18" required></td></tr>
        ${row.hasAttribute('address') ? '<tr style="height:10mm"><th>住　　所</th><td colspan="3" k="text" item="deceased.address" face="name" size="12"></td></tr>' : ''}
        <tr style="height:9mm"><th>生年月日</th><td colspan="3"><ymd item="deceased.birth_date" eras="meiji taisho showa heisei reiwa"></ymd></td></tr>
        <tr style="height:9mm"><th>死亡年月日</th><td colspan="3"><ymd item="deceased.death_date"></ymd></td></tr>`,
    applicant: (head, row) => {
        const gate = row.getAttribute('when') ? ` when="${row.getAttribute('when')}"` : '';
        return `
        <tr style="height:6mm"><th rowspan="4" class="v" style="letter-spacing:.1em">${head}</th><th class="kn">フリガナ</th><td k="text" item="applicant.name_kana" size="11"${gate}></td><th rowspan="2">${row.getAttribute('for') || '亡くなった<br>方との続柄'}</th><td rowspan="2" ${row.hasAttribute('norel') ? '' : `k="text" item="applicant.relationship" size="11"${gate}`}></td></tr>
        <tr style="height:12mm"><th>氏　　名</th><td k="text" item="applicant.name" face="name" size="18" required${gate}></td></tr>
        <tr style="height:13mm"><th>住　　所</th><td colspan="3" class="at">
            <span style="position:absolute;left:2mm;top:.8mm;font-size:8.5pt">〒<b k="text" item="applicant.postal" size="10"${gate} style="width:30mm;height:4.6mm"></b></span>
            <b k="text" item="applicant.address" face="name" size="12" required${gate} style="position:absolute;left:2mm;top:5.6mm;width:132mm;height:6.8mm"></b></td></tr>
        <tr style="height:9mm"><th>生年月日</th><td><ymd item="applicant.birth_date" eras="taisho showa heisei" w="5.4"${gate}></ymd></td><th>電話番号</th><td k="text" item="applicant.phone" size="12"${gate}></td></tr>`;
    },
    // The applicant's own account: for the funeral grant as 喪主, for refunds as the heirs' representative.
    bank: (head, row) => {
        const gate = row.getAttribute('when') ? ` when="${row.getAttribute('when')}"` : '';
        return `
        <tr style="height:10mm"><th rowspan="4" class="v">${head}</th><th>金融機関</th><td colspan="3"><b k="text" item="bank.name" size="12"${gate} style="width:38mm;height:7mm"></b><span class="ops"><o when="bank.type = bank">銀行</o>・<o when="bank.type = shinkin">金庫</o>・<o when="bank.type = credit_union">組合</o>・<o when="bank.type = ja">農協</o></span>　<b k="text" item="bank.branch" size="12"${gate} style="width:26mm;height:7mm"></b><span class="ops"><small>本店・支店・出張所</small></span></td></tr>
        <tr style="height:10mm"><th>預金種別</th><td colspan="3"><span class="ops"><o when="bank.type in {bank, shinkin, credit_union, ja}">1 普通</o>・<o when="bank.type = current">2 当座</o></span></td></tr>
        <tr style="height:11mm"><th>口座番号<br><small>（右づめ）</small></th><td colspan="3"><cells id="bank_number" item="bank.number" n="7" w="9" fill="right"${gate}></cells></td></tr>
        <tr style="height:11mm"><th>口座名義<br><small>（カナ・濁点も1マス）</small></th><td colspan="3"><cells id="bank_holder" item="bank.holder_kana" n="17" w="7.4" split_dakuten${gate}></cells></td></tr>`;
    },
    // A pension is paid by 記号・番号 at Japan Post Bank as they stand (facts 5.7), so they are never converted.
    pension: (head) => `
        <tr style="height:10mm"><th rowspan="3" class="v">${head}</th><th>金融機関</th><td colspan="3"><b k="text" item="pension_bank.name" size="12" style="width:56mm;height:7mm"></b>　<b k="text" item="pension_bank.branch" size="12" style="width:40mm;height:7mm"></b><span class="ops"><small>本店・支店・出張所</small></span></td></tr>
        <tr style="height:11mm"><th>口座番号<br><small>（左づめ）</small></th><td colspan="3"><cells id="pension_number" item="pension_bank.number" n="8" w="9" fill="left"></cells></td></tr>
        <tr style="height:11mm"><th>ゆうちょ銀行<br><small>（記号）</small></th><td colspan="3"><cells id="pension_symbol" item="pension_bank.symbol" n="5" w="9" fill="left"></cells>　<small>番号は上の口座番号の欄に書きます</small></td></tr>`,
    // The child for whom a benefit is claimed: the first of `rows` lines; the others are for a hand.
    child: (head, row) => {
        const gate = row.getAttribute('when') ? ` when="${row.getAttribute('when')}"` : '';
        return `
        <tr style="height:7mm"><th rowspan="${+(row.getAttribute('rows') || 3) + 1}" class="v">${head}</th><th colspan="2">氏　　名</th><th>続柄<br><small>（請求する方から）</small></th><th>生年月日</th></tr>
        <tr style="height:11mm"><td colspan="2" k="text" item="child.name" face="name" size="14"${gate}></td><td></td><td class="at"><b k="date_part" item="child.birth_date" part="wareki" size="10"${gate} style="width:46mm;height:7mm;margin-left:2mm"></b></td></tr>
        ${'<tr style="height:11mm"><td colspan="2"></td><td></td><td></td></tr>'.repeat(+(row.getAttribute('rows') || 3) - 1)}`;
    },
    child_bank: (head) => `
        <tr style="height:10mm"><th rowspan="3" class="v">${head}</th><th>金融機関</th><td colspan="3"><b k="text" item="child_bank.name" size="12" style="width:56mm;height:7mm"></b>　<b k="text" item="child_bank.branch" size="12" style="width:40mm;height:7mm"></b><span class="ops"><small>本店・支店・出張所</small></span></td></tr>
        <tr style="height:11mm"><th>口座番号<br><small>（右づめ）</small></th><td colspan="3"><cells id="child_number" item="child_bank.number" n="7" w="9" fill="right"></cells></td></tr>
        <tr style="height:11mm"><th>口座名義<br><small>（カナ・児童の名義）</small></th><td colspan="3"><cells id="child_holder" item="child_bank.holder_kana" n="17" w="7.4" split_dakuten></cells></td></tr>`,
};
for (const table of document.querySelectorAll('table.five'))
    table.insertAdjacentHTML('afterbegin', '<colgroup><col style="width:9mm"><col style="width:29mm"><col><col style="width:24mm"><col style="width:50mm"></colgroup>');
for (const row of document.querySelectorAll('tr[block]')) row.outerHTML = blocks[row.getAttribute('block')](row.getAttribute('head'), row);
// <sign head="届出人">: the place for a hand-written name. Declared, never filled.
for (const el of document.querySelectorAll('sign'))
    el.outerHTML = `<table><colgroup><col style="width:38mm"><col></colgroup><tr style="height:14mm"><th>${el.getAttribute('head')}　署名<br><small>（ご自分で書いてください）</small></th><td k="signature" id="signature"></td></tr></table>`;

// <ymd item="deceased.birth_date" eras="taisho showa heisei">: era letters to be ringed, then year, month and day.
// Without `eras` the era is written too: for dates whose era is not known beforehand but always recent.
for (const el of document.querySelectorAll('ymd')) {
    const item = el.getAttribute('item'), w = el.getAttribute('w') || 8, id = el.id || item.replaceAll('.', '_');
    const when = el.getAttribute('when'), gate = when ? ` when="${when}"` : '';
    const rings = (el.getAttribute('eras') || '').split(' ').filter(Boolean)
        .map(e => `<o k="era_circle" id="${id}_${e}" item="${item}" era="${e}"${gate}>${eras[e]}</o>`).join('・');
    const part = (p, width, align = 'center') =>
        `<b k="date_part" id="${id}_${p}" item="${item}" part="${p}" align="${align}" size="11.5" style="width:${width}mm;height:6mm"${gate}></b>`;
    const era = el.hasAttribute('fixed') ? '' : rings || part('era', 11);
    el.innerHTML = `<span class="ops">${era}${rings ? '　' : ''}${part('year', w)}年${part('month', w)}月${part('day', w)}日</span>`;
}
// <cells item n w fill>: one character a cell.
for (const el of document.querySelectorAll('cells')) {
    const n = +el.getAttribute('n'), w = el.getAttribute('w') || 7;
    const keep = ['item', 'value', 'fill', 'when', 'split_dakuten'].filter(a => el.hasAttribute(a)).map(a => `${a}="${el.getAttribute(a)}"`).join(' ');
    el.outerHTML = `<span class="cells" k="cells" id="${el.id}" cells="${n}" size="13" align="center" ${keep}>${`<i style="width:${w}mm"></i>`.repeat(n)}</span>`;
}
// <ck when="…">words</ck>: a box to be ticked.
let boxes = 0;
for (const el of document.querySelectorAll('ck')) {
    const when = el.getAttribute('when');
    const mark = when ? ` k="check" id="${el.id || 'check_' + ++boxes}" when="${when.replaceAll('"', '&quot;')}" size="10"` : '';
    el.outerHTML = `<span class="ck"><i${mark}></i><span>${el.innerHTML}</span></span>`;
}
// <o when="…">word</o>: a printed choice to be ringed.
let rings = 0;
for (const el of document.querySelectorAll('o[when]')) {
    if (el.hasAttribute('k')) continue;
    el.setAttribute('k', 'circle');
    el.id ||= 'circle_' + ++rings;
}

const quote = s => JSON.stringify(s);
const lines = [];
lines.push('# Written by drawing/draw from the drawing of the blank; edit the drawing, or move a field here and say so there.', '[sheet]');
for (const key of ['id', 'title', 'division']) lines.push(`${key} = ${quote(sheet.getAttribute(key))}`);
lines.push(`blank = ${quote(sheet.getAttribute('id') + '.pdf')}`, 'pages = 1',
    `size = [${Math.round(mm(document.body.clientWidth))}.0, ${Math.round(mm(document.body.clientHeight))}.0]`);
const seen = new Set();
for (const el of document.querySelectorAll('[k]')) {
    let box = el.getBoundingClientRect();
    if (el.tagName === 'TD') box = { x: box.x + 5.7, y: box.y + 1.2, width: box.width - 11.4, height: box.height - 2.4 };
    let id = el.id || (el.getAttribute('item') || el.getAttribute('value') || el.getAttribute('k')).replace(/[^a-z0-9]+/g, '_');
    for (let n = 2; seen.has(id); ++n) id = id.replace(/_\d+$/, '') + '_' + n;
    seen.add(id);
    lines.push('', '[[field]]', `id = ${quote(id)}`, `kind = ${quote(el.getAttribute('k'))}`);
    for (const key of ['item', 'value', 'literal', 'part', 'era', 'when', 'face', 'align', 'fill', 'fit'])
        if (el.hasAttribute(key)) lines.push(`${key} = ${quote(el.getAttribute(key))}`);
    lines.push(`at = { page = 1, x = ${mm(box.x)}, y = ${mm(box.y)}, w = ${mm(box.width)}, h = ${mm(box.height)} }`);
    const size = Number(el.getAttribute('size') || 11.5);
    lines.push(`size = ${Number.isInteger(size) ? size + '.0' : size}`);
    if (el.hasAttribute('cells')) lines.push(`cells = ${el.getAttribute('cells')}`);
    for (const key of ['split_dakuten', 'required']) if (el.hasAttribute(key)) lines.push(`${key} = true`);
}
// The city's own part of the paper: nothing is ever written there.
const office = document.querySelector('.office').getBoundingClientRect();
lines.push('', '[[office_use]]', `at = { page = 1, x = ${mm(office.x)}, y = ${mm(office.y)}, w = ${mm(office.width)}, h = ${mm(office.height)} }`);
const note = document.createElement('script');
note.id = 'toml';
note.type = 'text/plain';
note.textContent = '\n' + lines.join('\n') + '\n';
document.head.append(note);
