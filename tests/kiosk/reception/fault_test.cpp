#include "tests/kiosk/reception/faulty_disk.hpp"
#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

// What must hold after the disk failed, whatever was answered: nothing accepted is lost, nothing is half
// there, and the same reception may be submitted again.
void check_afterwards(Office& office, const NewReception& before, const NewReception& during, bool accepted) {
    auto store = office.store();
    CHECK(*store.load(before.package_id) == before);
    if (accepted) CHECK(*store.load(during.package_id) == during);
    const auto again = store.accept(during);
    REQUIRE(again);
    CHECK(again->number == "1122-002");
    CHECK(*store.load(during.package_id) == during);
    CHECK(store.print_jobs(during.package_id)->size() == 2);
    CHECK(store.verify()->empty());
}

}  // namespace

TEST_CASE("whichever write or sync of a submission fails, once or for good, nothing accepted is lost",
          "[reception][fault]") {
    const auto fault = GENERATE(DiskFault::Full, DiskFault::WriteError, DiskFault::SyncError);
    const auto lasting = GENERATE(Lasting::Once, Lasting::FromThenOn);
    bool struck = true;
    int steps = 0;
    while (struck) {
        Office office;
        const auto before = plain_reception(office.new_id()), during = plain_reception(office.new_id());
        REQUIRE(office.store().accept(before));
        bool accepted = false;
        {
            const FaultyDisk disk(++steps, fault, lasting);
            auto store = Store::open(office.place, office.random);
            const auto answer = store ? store->accept(during) : Result<Accepted>(fail(store.error()));
            accepted = answer.has_value();
            struck = disk.struck();
            if (!accepted && fault == DiskFault::Full) CHECK(answer.error().code == Errc::DiskFull);
            CHECK((accepted || struck));
        }
        INFO("step " << steps);
        check_afterwards(office, before, during, accepted);
        REQUIRE(steps < 200);
    }
    CHECK(steps > (fault == DiskFault::SyncError ? 1 : 8));  // the loop did reach into the submission
}
