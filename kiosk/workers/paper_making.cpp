#include "kiosk/workers/paper_making.hpp"

#include <algorithm>

#include "forms/sheets/papers.hpp"
#include "kiosk/workers/card_evidence.hpp"

namespace kiosk {

namespace {

using namespace std::chrono;

/// 午前10時45分, as it stands on the routing slip.
std::string time_text(reception::Moment at) {
    const auto local = at.utc + at.offset;
    const hh_mm_ss time(floor<minutes>(local - floor<days>(local)));
    const auto hour = time.hours().count();
    return (hour < 12 ? "午前" : "午後") + std::to_string(hour % 12) + "時" +
           std::to_string(time.minutes().count()) + "分";
}

bool only_printed(const std::string& id) {
    return id == kSlipDocument || id == "routing_slip";
}

MadePaper made(const forms::Pack& pack, forms::PaperDocument& paper) {
    MadePaper result;
    result.pages = paper.pages;
    result.document.id = paper.id;
    result.document.title = std::move(paper.title);
    const auto* sheet = pack.sheet(paper.id);
    if (const auto* division = sheet ? pack.division(sheet->division) : nullptr)
        result.document.division = division->name.ja;
    result.document.in_package = !only_printed(paper.id);
    result.document.pdf.assign(paper.pdf.begin(), paper.pdf.end());
    return result;
}

}  // namespace

MakePapers paper_maker(forms::Typesetter& typesetter) {
    return [&typesetter](const Submission& submission, const std::string& number,
                         reception::Moment at) -> forms::Result<std::vector<MadePaper>> {
        auto papers = forms::make_papers(
            *submission.pack, {.event = submission.event, .today = submission.today}, submission.facts,
            {.number = number,
             .time = time_text(at),
             .large = submission.preferences.text_percent > 100,
             .language = submission.preferences.language,
             .handover = card_words(submission)},
            typesetter);
        if (!papers) return tl::make_unexpected(papers.error());
        std::vector<MadePaper> all;
        for (auto& paper : *papers) all.push_back(made(*submission.pack, paper));
        return all;
    };
}

}  // namespace kiosk
