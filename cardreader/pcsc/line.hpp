#pragma once
#include <chrono>
#include <memory>
#include <string>

#include "cardreader/error.hpp"
#include "cardreader/session.hpp"

namespace cardreader::pcsc {

/// A card in one transaction, spoken to on a thread of its own: SCardConnect and SCardTransmit may block for
/// ever, and only their caller's patience can end that. When it ends, the thread is left behind parked; it
/// tidies up by itself as soon as the call comes back, which at the latest is when the card is lifted.
class Line final : public Session {
public:
    /// Connects and begins the transaction; ReaderBusy when the reader is not free in time.
    [[nodiscard]] static Result<std::unique_ptr<Line>> open(const std::string& reader,
                                                            std::chrono::milliseconds free_within,
                                                            std::chrono::milliseconds answers_within);
    /// Ends the transaction and takes the card's power away, and with it every right that a PIN has given.
    ~Line() override;
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// CardSilent when no answer comes in time; the line is dead from then on.
    Result<Response> transmit(ByteView command) override;

private:
    struct Shared;
    Line(std::shared_ptr<Shared> shared, std::chrono::milliseconds answers_within);
    static void run(Shared& shared, const std::string& reader);
    static void converse(Shared& shared, const std::string& reader);

    // Shared with the thread because either of the two may be the last to go.
    std::shared_ptr<Shared> shared_;
    std::chrono::milliseconds answers_within_;
};

}  // namespace cardreader::pcsc
