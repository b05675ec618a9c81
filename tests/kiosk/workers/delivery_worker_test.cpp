#include "kiosk/workers/delivery_worker.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "forms/pack/load.hpp"

using namespace kiosk;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone with it.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "kakanai-delivery-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()));
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code gone;
        fs::remove_all(path_, gone);
    }
    [[nodiscard]] reception::Place place() const { return {path_ / "state", path_ / "key" / "kakanai.key"}; }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

reception::Moment ten_o_clock() {
    return {.utc = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 1h};
}

MadePaper paper(const std::string& id, const std::string& title) {
    MadePaper made;
    made.document.id = id;
    made.document.title = title;
    made.document.pdf = {'%', 'P', 'D', 'F', '-', '1', '.', '5', '\n'};
    return made;
}

/// The worker's world: a real store on a real disk, papers that need no fonts.
struct World {
    World() : loaded(forms::load_pack(KAKANAI_SOURCE_DIR "/tests/kiosk/model/pack")) {
        REQUIRE(loaded.usable());
        auto read = output::load_profile(KAKANAI_SOURCE_DIR "/assets/profiles/utf8-lossless.toml");
        REQUIRE(read);
        profile = *read;
    }
    DeliveryDesk desk() const {
        return {.place = folder.place(),
                .counter = "A1",
                .make_papers = [](const Submission&, const std::string&,
                                  reception::Moment) -> forms::Result<std::vector<MadePaper>> {
                    return std::vector{paper("grant", "葬祭費支給申請書"), paper("slip", "手続き案内書")};
                },
                .printer = std::nullopt,
                .profile = profile,
                .clock = &ten_o_clock,
                .log = [](std::string_view) {}};
    }
    Submission submission() const {
        Submission filled;
        filled.pack = &loaded.pack;
        filled.event = "bereavement";
        filled.today = std::chrono::year{2026} / 11 / 22;
        filled.facts.set("applicant.name", {std::string("𠮷邉󠄐　健一"), forms::Provenance::Card});
        filled.facts.set("funeral.held", {std::nullopt, forms::Provenance::Resident});
        filled.identity = Identity::Card;
        return filled;
    }
    template <class Wanted>
    Wanted hears() {
        for (;;) {
            const std::stop_source patience;
            auto event = inbox.wait_for(patience.get_token(), 20s);
            REQUIRE(event);
            if (const auto* found = std::get_if<Wanted>(&*event)) return *found;
        }
    }
    std::vector<fs::path> released() const {
        std::vector<fs::path> found;
        std::error_code none;
        for (const auto& entry :
             fs::recursive_directory_iterator(reception::outbox_folder(folder.place()), none))
            if (entry.path().filename() == "READY") found.push_back(entry.path().parent_path());
        return found;
    }
    std::vector<fs::path> waits_for_package() const {
        for (int i = 0; i < 400 && released().empty(); ++i) std::this_thread::sleep_for(10ms);
        return released();
    }

    Folder folder;
    forms::Loaded loaded;
    output::Profile profile;
    Mailbox<Event> inbox;
};

constexpr VisitId kVisit{3};

}  // namespace

TEST_CASE("a submitted visit is stored, numbered and packaged", "[kiosk][workers]") {
    World world;
    DeliveryWorker worker(world.desk(), world.inbox);

    worker.post(command::Submit{kVisit, world.submission()});

    const auto accepted = world.hears<event::Accepted>();
    CHECK(accepted.visit == kVisit);
    CHECK(accepted.receipt.number == "1122-001");
    REQUIRE(accepted.receipt.papers.size() == 2);
    CHECK(accepted.receipt.papers.at(0).title == "葬祭費支給申請書");
    CHECK(world.waits_for_package().size() == 1);
}

TEST_CASE("the number told to somebody who rests is the number of the reception later", "[kiosk][workers]") {
    World world;
    DeliveryWorker worker(world.desk(), world.inbox);

    worker.post(command::ReserveNumber{kVisit});
    const auto first = world.hears<event::NumberReserved>();
    CHECK(first.visit == kVisit);
    CHECK(first.number == "1122-001");
    worker.post(command::ReserveNumber{kVisit});
    CHECK(world.hears<event::NumberReserved>().number == "1122-001");

    worker.post(command::Submit{kVisit, world.submission()});
    CHECK(world.hears<event::Accepted>().receipt.number == "1122-001");
}

TEST_CASE("what was accepted is in the store whatever becomes of the program", "[kiosk][workers]") {
    World world;
    {
        DeliveryWorker worker(world.desk(), world.inbox);
        worker.post(command::Submit{kVisit, world.submission()});
        (void)world.hears<event::Accepted>();
    }

    reception::SystemRandom random;
    auto store = reception::Store::open(world.folder.place(), random);
    REQUIRE(store);
    const auto all = store->list();
    REQUIRE(all);
    REQUIRE(all->size() == 1);
    const auto kept = store->load(all->front().package_id);
    REQUIRE(kept);
    CHECK(kept->persons.at(0).fields.at("name").value == "𠮷邉󠄐　健一");
    CHECK(kept->persons.at(0).fields.at("name").source == "card");
    CHECK(std::ranges::find(kept->answers, "funeral.held", &reception::Answer::item)->unknown);
}

TEST_CASE("the same visit submitted twice is one reception with one number", "[kiosk][workers]") {
    World world;
    DeliveryWorker worker(world.desk(), world.inbox);

    worker.post(command::Submit{kVisit, world.submission()});
    worker.post(command::Submit{kVisit, world.submission()});

    CHECK(world.hears<event::Accepted>().receipt == world.hears<event::Accepted>().receipt);
}

TEST_CASE("when a sheet cannot be made nothing is stored, and the next try keeps the number",
          "[kiosk][workers]") {
    World world;
    auto desk = world.desk();
    desk.make_papers = [tries = 0, make = desk.make_papers](
                           const Submission& submission, const std::string& number,
                           reception::Moment at) mutable -> forms::Result<std::vector<MadePaper>> {
        if (tries++ == 0) return forms::fail(forms::Errc::FileUnreadable, "blank.pdf");
        return make(submission, number, at);
    };
    DeliveryWorker worker(std::move(desk), world.inbox);

    worker.post(command::Submit{kVisit, world.submission()});
    CHECK(world.hears<event::AcceptFailed>().trouble == AcceptTrouble::SheetsFailed);
    worker.post(command::Submit{kVisit, world.submission()});

    CHECK(world.hears<event::Accepted>().receipt.number == "1122-001");
}

TEST_CASE("a state folder that cannot be made is said, and the kiosk goes on", "[kiosk][workers]") {
    World world;
    auto desk = world.desk();
    std::ofstream(world.folder.path() / "file") << "not a folder";
    desk.place.state = world.folder.path() / "file" / "state";
    DeliveryWorker worker(std::move(desk), world.inbox);

    worker.post(command::Submit{kVisit, world.submission()});

    CHECK(world.hears<event::AcceptFailed>().trouble == AcceptTrouble::StoreUnavailable);
}

TEST_CASE("without a printer the papers wait at the desk and never come out later by themselves",
          "[kiosk][workers]") {
    World world;
    {
        DeliveryWorker worker(world.desk(), world.inbox);
        worker.post(command::Submit{kVisit, world.submission()});
        const auto accepted = world.hears<event::Accepted>();
        CHECK(accepted.receipt.papers.at(0).state == PaperState::AtDesk);
        REQUIRE_FALSE(world.waits_for_package().empty());
    }

    reception::SystemRandom random;
    auto store = reception::Store::open(world.folder.place(), random);
    REQUIRE(store);
    CHECK(store->open_print_jobs().value().empty());
}

TEST_CASE("a printer that cannot be reached is told, and the visitor need not wait for it",
          "[kiosk][workers]") {
    World world;
    auto desk = world.desk();
    desk.printer.emplace(
        *output::parse_address("ipp://127.0.0.1:9/ipp/print"));  // the discard port: nobody answers
    DeliveryWorker worker(std::move(desk), world.inbox);

    worker.post(command::Submit{kVisit, world.submission()});
    CHECK(world.hears<event::Accepted>().receipt.papers.at(0).state == PaperState::Waiting);
    CHECK(world.hears<event::PrinterChanged>().trouble == PrinterTrouble::Unreachable);
    worker.post(command::StopPrinting{kVisit});
    worker.post(command::Submit{VisitId{4}, world.submission()});

    CHECK(world.hears<event::Accepted>().receipt.number == "1122-002");
}

TEST_CASE("a package that could not be written is written after the next start", "[kiosk][workers]") {
    World world;
    const auto outbox = reception::outbox_folder(world.folder.place());
    {
        auto desk = world.desk();
        fs::create_directories(outbox.parent_path());
        std::ofstream(outbox) << "in the way";
        DeliveryWorker worker(std::move(desk), world.inbox);
        worker.post(command::Submit{kVisit, world.submission()});
        (void)world.hears<event::Accepted>();
    }
    CHECK(world.released().empty());
    fs::remove(outbox);

    DeliveryWorker again(world.desk(), world.inbox);

    CHECK(world.waits_for_package().size() == 1);
}
