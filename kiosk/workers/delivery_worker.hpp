#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "kiosk/model/command.hpp"
#include "kiosk/model/event.hpp"
#include "kiosk/output/printer.hpp"
#include "kiosk/output/profile.hpp"
#include "kiosk/reception/place.hpp"
#include "kiosk/reception/random.hpp"
#include "kiosk/reception/store.hpp"
#include "kiosk/workers/mailbox.hpp"
#include "kiosk/workers/papers.hpp"

namespace kiosk {

/// What the delivery of receptions needs of the world.
struct DeliveryDesk {
    reception::Place place;
    std::string counter = "A1";
    MakePapers make_papers;
    std::optional<output::Printer> printer;  // none: papers wait at the desk
    output::Profile profile;
    std::function<reception::Moment()> clock;
    std::function<void(std::string_view)> log;  // for staff; never anything personal
};

/// Owns the only store connection of this program. A submission is committed first, then its number is
/// reported, then packaged and printed; what fails is tried again with back-off, also after a restart.
class DeliveryWorker {
public:
    using Request = std::variant<command::ReserveNumber, command::Submit, command::StopPrinting,
                                 command::PrintSlipAgain, command::CallStaff, command::Forget>;

    DeliveryWorker(DeliveryDesk desk, Mailbox<Event>& to_ui);

    void post(Request request) { requests_.post(std::move(request)); }

private:
    /// The visit that has a number: resting, being accepted, or with its papers on the screen.
    struct Current {
        VisitId visit{};
        reception::PackageId package;
        std::optional<reception::Moment> created_at;  // when it was submitted
        std::vector<std::string> documents;           // in the order of Receipt::papers
        std::optional<Receipt> receipt;               // once accepted
    };
    struct Waiting {
        reception::PrintJob job;
        std::chrono::milliseconds pause{};  // back-off after the printer could not be reached
    };

    void run(const std::stop_token& stop);
    void handle(const command::ReserveNumber& request);
    void handle(const command::Submit& request);
    void handle(const command::StopPrinting& request);
    void handle(const command::PrintSlipAgain& request);
    void handle(const command::CallStaff& request);
    void handle(const command::Forget& request);

    [[nodiscard]] bool open_store();
    void take_up_unfinished();
    [[nodiscard]] reception::Result<std::string> number_for(VisitId visit);
    [[nodiscard]] std::optional<AcceptTrouble> accept(const command::Submit& request);
    void queue_papers(const reception::PackageId& package);
    void leave_at_desk(const reception::PackageId& package, std::string_view why);
    void export_packages();
    void print_next(const std::stop_token& stop);
    void tell_paper(const reception::PrintJob& job);
    void tell_printer(const reception::PackageId& package, std::optional<PrinterTrouble> trouble);
    [[nodiscard]] reception::Act act() const;
    [[nodiscard]] std::chrono::milliseconds until_next() const;

    DeliveryDesk desk_;
    Mailbox<Event>& to_ui_;
    Mailbox<Request> requests_;
    reception::SystemRandom random_;
    std::optional<reception::Store> store_;
    std::optional<Current> current_;
    std::deque<Waiting> to_print_;
    std::deque<reception::PackageId> to_export_;
    std::optional<PrinterTrouble> told_trouble_;
    std::chrono::milliseconds export_pause_{};
    std::jthread working_;  // last member: joins before anything it uses is destroyed
};

}  // namespace kiosk
