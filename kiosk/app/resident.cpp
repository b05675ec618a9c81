#include "kiosk/app/resident.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <ostream>
#include <utility>

#include "kiosk/app/clock.hpp"
#include "kiosk/app/end_signal.hpp"
#include "kiosk/app/hand_back.hpp"
#include "kiosk/app/pack_shelf.hpp"
#include "kiosk/app/screen_words.hpp"
#include "kiosk/app/tree_file.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/model/overloaded.hpp"
#include "kiosk/screens/draw.hpp"
#include "kiosk/speech/speaker.hpp"
#include "kiosk/ui/faces.hpp"
#include "kiosk/ui/glyph_pages.hpp"
#include "kiosk/ui/names.hpp"
#include "kiosk/ui/window/gl_glyphs.hpp"
#include "kiosk/workers/card_worker.hpp"
#include "kiosk/workers/delivery_worker.hpp"
#include "kiosk/workers/paper_making.hpp"
#include "kiosk/workers/writing_worker.hpp"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

constexpr auto kSlowLook = 30s;   // the date, at rest
constexpr auto kMovingLook = 1s;  // something on the screen moves by the clock
constexpr auto kBrokenLook = 5s;  // has the pack been mended?
constexpr int kFramesAfter = 3;   // after an event, for what settles one frame later (facts/ux.md §4.5)

/// Lines for staff on the terminal or in the journal, from any thread, one at a time.
class StaffLog {
public:
    explicit StaffLog(std::ostream& err) : err_(err) {}
    void operator()(std::string_view line) {
        const std::scoped_lock lock(mutex_);
        err_ << "kakanai: " << line << std::endl;
    }

private:
    std::ostream& err_;
    std::mutex mutex_;
};

output::Profile profile_of(const ResidentOptions& options, StaffLog& log) {
    auto profile = output::load_profile(options.assets / "profiles" / (options.profile + ".toml"));
    if (profile) return *profile;
    log(profile.error().detail);
    throw std::runtime_error(std::string(output::sentence(profile.error().code)));
}

std::optional<output::Printer> printer_of(const ResidentOptions& options) {
    if (options.printer.empty()) return std::nullopt;
    const auto address = output::parse_address(options.printer);
    if (!address) throw std::runtime_error(std::string(output::sentence(address.error().code)));
    return output::Printer(*address);
}

std::unique_ptr<speech::Voice> voice_of(const ResidentOptions& options) {
    if (options.silent) return nullptr;
    const auto recorded = options.assets / "voice";
    auto spoken = speech::dispatcher();
    if (!spoken && !std::filesystem::is_directory(recorded)) return nullptr;
    return speech::first_of(speech::clips(recorded), std::move(spoken));
}

/// Everything of one running kiosk. UI thread only; the workers reach it through the inbox.
class Resident {
public:
    Resident(const ResidentOptions& options, std::ostream& err);
    int run();

private:
    void handle(const Event& event);
    void carry_out(Command command);
    void take_in();
    void look_at_clock();
    void draw_frame();
    void speak();
    void tell_problems();
    [[nodiscard]] std::chrono::milliseconds rest() const;
    /// The time as the model is told it.
    [[nodiscard]] Moment now() const { return steady_now() * options_.hurry; }

    ResidentOptions options_;
    StaffLog log_;
    EndSignal end_{&Window::wake};
    PackShelf shelf_;
    InputQueue input_;
    Window window_;
    Themes themes_;
    Words words_;
    Icons icons_;
    Faces faces_;
    NameDictionary names_;
    GlGlyphs textures_;
    GlyphPages pages_{faces_, textures_};
    Ui ui_;
    Model model_;
    Mailbox<Event> inbox_{&Window::wake};
    CardWorker card_;
    forms::Typesetter typesetter_;
    DeliveryWorker delivery_;
    WritingWorker writing_;
    speech::Narrator narrator_;
    speech::Speaker speaker_;
    int frames_due_ = kFramesAfter;
    long frames_ = 0;
    bool hand_back_due_ = true;  // after the first picture, and after each visit
    bool speaking_ = false;
};

Resident::Resident(const ResidentOptions& options, std::ostream& err)
    : options_(options),
      log_(err),
      shelf_(options.pack),
      window_(options.window, options.panel_inches, input_),
      themes_(options.assets),
      words_(options.assets),
      icons_(options.assets),
      ui_({words_, themes_, icons_, faces_, pages_, &names_}),
      card_(real_card_desk(options.reader, options.anchors), inbox_),
      delivery_({.place = options.place,
                 .counter = options.counter,
                 .make_papers = paper_maker(typesetter_),
                 .printer = printer_of(options),
                 .profile = profile_of(options, log_),
                 .clock = &wall_clock,
                 .log = std::ref(log_)},
                inbox_),
      writing_(options.postal.value_or(options.pack / "postal.tsv"), inbox_),
      speaker_([options] { return voice_of(options); },
               [this](bool found) { inbox_.post(event::VoiceFound{found}); }) {
    model_.setup = {.pack = shelf_.pack(), .panel_inches = options.panel_inches, .today = today()};
    if (shelf_.usable()) return;
    tell_problems();
    handle(event::PackJudged{.usable = false});
}

void Resident::tell_problems() {
    for (const auto& problem : shelf_.problems())
        if (problem.severity == forms::Severity::Error)
            log_(fmt::format("{}:{}:{} {} {} — {}", problem.file, problem.line, problem.column, problem.code,
                             problem.message, problem.remedy));
}

int Resident::run() {
    while (!end_.heard() && !window_.closed()) {
        if (frames_due_ > 0 || !input_.empty()) {
            window_.poll();
        } else {
            window_.wait(rest());
        }
        if (!input_.empty()) {
            handle(event::Touched{});
        }
        take_in();
        look_at_clock();
        if (frames_due_ > 0) draw_frame();
        if (frames_due_ == 0 && std::exchange(hand_back_due_, false)) hand_back_memory();
    }
    return 0;
}

std::chrono::milliseconds Resident::rest() const {
    const auto moves =
        std::holds_alternative<TimeOut>(model_.overlay) || std::holds_alternative<Printing>(model_.screen) ||
        std::holds_alternative<Reading>(model_.screen) || std::holds_alternative<Submitting>(model_.screen);
    std::chrono::milliseconds longest = moves ? kMovingLook : kSlowLook;
    if (!shelf_.usable()) longest = kBrokenLook;
    const auto deadline = next_deadline(model_);
    return deadline
               ? std::clamp<std::chrono::milliseconds>((*deadline - now()) / options_.hurry, 1ms, longest)
               : longest;
}

void Resident::take_in() {
    while (auto event = inbox_.poll()) handle(*event);
}

void Resident::look_at_clock() {
    if (model_.setup.today != today()) handle(event::DayBegan{today()});
    if (const auto deadline = next_deadline(model_); deadline && now() >= *deadline)
        handle(event::TimePassed{});
    if (std::holds_alternative<TimeOut>(model_.overlay) || std::holds_alternative<Printing>(model_.screen))
        frames_due_ = std::max(frames_due_, 1);
    if (shelf_.usable() || !shelf_.refresh()) return;
    model_.setup.pack = shelf_.pack();
    tell_problems();
    if (shelf_.usable()) handle(event::PackJudged{.usable = true});
}

void Resident::handle(const Event& event) {
    for (auto& command : update(model_, event, now())) carry_out(std::move(command));
    frames_due_ = kFramesAfter;
}

void Resident::carry_out(Command command) {
    std::visit(Overloaded{
                   [&](command::SuggestWriting& wanted) { writing_.post(std::move(wanted)); },
                   [&](command::ReserveNumber& wanted) { delivery_.post(wanted); },
                   [&](command::Submit& wanted) { delivery_.post(std::move(wanted)); },
                   [&](command::StopPrinting& wanted) { delivery_.post(wanted); },
                   [&](command::PrintSlipAgain& wanted) { delivery_.post(wanted); },
                   [&](command::CallStaff& wanted) { delivery_.post(wanted); },
                   [&](command::Forget& wanted) {
                       ui_.forget();
                       hand_back_due_ = true;
                       input_.clear();
                       speaker_.stop();
                       writing_.post(wanted);
                       delivery_.post(wanted);
                   },
                   [&](auto& wanted) { card_.post(std::move(wanted)); },
               },
               command);
}

void Resident::draw_frame() {
    --frames_due_;
    InputQueue nothing;
    auto* input = &input_;
    window_.frame([&] {
        ui_.begin(look_of(model_, window_.panel()), *input, screen_name(model_));
        const auto happened = draw(model_, now(), ui_);
        ui_.end();
        if (!happened) return false;
        // The picture is of the moment before: what came of the touch is drawn at once, one frame sooner.
        handle(*happened);
        input = &nothing;
        return true;
    });
    const bool still = frames_due_ == 0 && !ui_.needs_redraw() && input_.empty();
    if (options_.tree)
        write_tree(*options_.tree, screen_word(model_), ui_.tree(), window_.panel(), ++frames_, still);
    speak();
    if (ui_.needs_redraw()) frames_due_ = std::max(frames_due_, 1);
}

void Resident::speak() {
    if (!model_.preferences.voice) {
        if (speaking_) speaker_.stop();
        speaking_ = false;
        return narrator_.forget();
    }
    speaking_ = true;
    auto narration = narrator_.hear(screen_name(model_), ui_.tree());
    if (narration != speech::Narration{}) speaker_.say(std::move(narration));
}

}  // namespace

int run_resident(const ResidentOptions& options, std::ostream& err) {
    Resident resident(options, err);
    return resident.run();
}

}  // namespace kiosk
