#include "kiosk/reception/store.hpp"

#include <fmt/core.h>

#include "kiosk/reception/codec.hpp"
#include "kiosk/reception/key.hpp"
#include "kiosk/reception/store_inside.hpp"
#include "kiosk/reception/text_check.hpp"

namespace kiosk::reception {

namespace {

constexpr std::string_view kBody = "reception";

std::string document_part(std::string_view document) {
    return "document/" + std::string(document);
}

std::span<const std::uint8_t> bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// A store that has ever sealed anything knows its key by a signature, and must never be given a second one.
Result<void> check_key(const Database& database, const Sealer& sealer) {
    const auto mine = sealer.sign("this store");
    Transaction transaction(database);
    auto known = database.prepare("SELECT value FROM meta WHERE key = 'key'");
    if (known.step()) {
        if (known.text(0) != mine) return fail(Errc::WrongKey, "the key file is not the one of this store");
        return {};
    }
    database.prepare("INSERT INTO meta VALUES ('key', ?)").bind(mine).run();
    transaction.commit();
    return {};
}

bool has_key(const Database& database) {
    return database.prepare("SELECT 1 FROM meta WHERE key = 'key'").step();
}

// The caller holds the write lock: two counters, or two processes of one, can never get the same number.
std::string number_for(const Database& database, const PackageId& id, std::string_view counter,
                       std::chrono::year_month_day day) {
    auto known = database.prepare("SELECT number FROM number WHERE package_id = ?");
    if (known.bind(id.text()).step()) return known.text(0);

    auto last =
        database.prepare("SELECT coalesce(max(running), 0) FROM number WHERE counter = ? AND day = ?");
    const auto key = compact_day(day);
    last.bind(counter).bind(key).step();
    const auto running = last.number(0) + 1;
    auto number = fmt::format("{:02}{:02}-{:03}", unsigned{day.month()}, unsigned{day.day()}, running);
    auto insert = database.prepare("INSERT INTO number VALUES (?, ?, ?, ?, ?)");
    insert.bind(id.text()).bind(counter).bind(key).bind(running).bind(number).run();
    return number;
}

void insert_reception(const Database& database, const NewReception& reception, const std::string& digest) {
    const auto at = rfc3339(reception.created_at);
    const std::int64_t ms = reception.created_at.utc.time_since_epoch().count();
    auto insert = database.prepare(
        "INSERT INTO reception (package_id, digest, event, state, created_at, created_ms, changed_at, "
        "changed_ms) "
        "VALUES (?, ?, ?, 1, ?, ?, ?, ?)");
    insert.bind(reception.package_id.text()).bind(digest).bind(reception.event);
    insert.bind(at).bind(ms).bind(at).bind(ms).run();
}

void insert_print_jobs(const Database& database, const NewReception& reception, const std::string& number) {
    int position = 0;
    for (const auto& document : reception.documents) {
        ++position;
        if (document.copies == 0) continue;
        auto insert = database.prepare(
            "INSERT INTO print_job (package_id, document, job_name, copies, attempt, state) VALUES (?, ?, ?, "
            "?, 1, 1)");
        insert.bind(reception.package_id.text())
            .bind(document.id)
            .bind(fmt::format("{}-{:02}", number, position));
        insert.bind(document.copies).run();
    }
}

}  // namespace

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const Place& place, Random& random) {
    return guarded([&]() -> Result<Store> {
        if (auto ready = prepare(place); !ready) return fail(ready);
        Database database(database_file(place));
        make_tables(database);
        auto key = load_key(place.key, has_key(database) ? IfMissing::Refuse : IfMissing::Make, random);
        if (!key) return fail(key);
        Sealer sealer(*key);
        key->fill(0);
        if (auto right = check_key(database, sealer); !right) return fail(right);
        return Store(
            std::unique_ptr<Inside>(new Inside{std::move(database), std::move(sealer), random, place}));
    });
}

Result<std::string> Store::reserve_number(const PackageId& id, std::string_view counter, Moment now) {
    return guarded([&]() -> Result<std::string> {
        Transaction transaction(inside_->database);
        auto number = number_for(inside_->database, id, counter, local_day(now));
        transaction.commit();
        return number;
    });
}

Result<Accepted> Store::accept(const NewReception& reception) {
    if (auto right = check_texts(reception); !right) return fail(right);
    return guarded([&]() -> Result<Accepted> {
        auto body = to_json(reception);
        const auto digest = inside_->sealer.sign(body);
        const auto& id = reception.package_id;

        Transaction transaction(inside_->database);
        const auto number =
            number_for(inside_->database, id, reception.counter, local_day(reception.created_at));
        auto known = inside_->database.prepare("SELECT digest FROM reception WHERE package_id = ?");
        if (known.bind(id.text()).step()) {
            if (known.text(0) != digest) return fail(Errc::Conflict, id.text());
            return Accepted{number, true};
        }
        insert_reception(inside_->database, reception, digest);
        inside_->seal_part(id, kBody, bytes_of(body));
        wipe(body);
        for (const auto& document : reception.documents)
            inside_->seal_part(id, document_part(document.id), document.pdf);
        insert_print_jobs(inside_->database, reception, number);
        const auto who = reception.clerk.empty() ? "resident" : reception.clerk;
        inside_->audit("received", id.text(), {reception.created_at, who, reception.counter});
        transaction.commit();
        return Accepted{number, false};
    });
}

Result<NewReception> Store::load(const PackageId& id, With with) const {
    return guarded([&]() -> Result<NewReception> {
        auto body = inside_->open_part(id, kBody);
        if (!body) return fail(body);
        auto reception = from_json({reinterpret_cast<const char*>(body->data()), body->size()});
        wipe(*body);
        if (!reception) return fail(Errc::Altered, id.text());
        if (with == With::Documents)
            for (auto& document : reception->documents) {
                auto pdf = inside_->open_part(id, document_part(document.id));
                if (!pdf) return fail(pdf);
                document.pdf = std::move(*pdf);
            }
        return *std::move(reception);
    });
}

Result<Bytes> Store::load_document(const PackageId& id, std::string_view document) const {
    return guarded([&] { return inside_->open_part(id, document_part(document)); });
}

}  // namespace kiosk::reception
