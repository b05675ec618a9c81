#include "forms/sheets/open_blank.hpp"

#include <fmt/core.h>

#include <fstream>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDF.hh>

namespace forms {
namespace {

constexpr const char* kEncrypted = "暗号化されています。保護を外した PDF を置いてください";

}  // namespace

std::string open_blank(QPDF& pdf, const std::filesystem::path& file) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(file, problem);
    if (problem) throw Refused{Errc::FileUnreadable, "読めません"};
    if (size > kLargestBlank) throw Refused{Errc::TooLarge, fmt::format("{} バイトあり、大きすぎます", size)};
    std::string bytes(size, '\0');
    if (!std::ifstream(file, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(size)))
        throw Refused{Errc::FileUnreadable, "読めません"};
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processInputSource(std::make_shared<BufferInputSource>(file.filename().string(), bytes));
    if (pdf.isEncrypted()) throw Refused{Errc::Malformed, kEncrypted};
    return bytes;
}

Error what_is_wrong(const std::filesystem::path& blank) {
    const auto name = blank.filename().string() + ": ";
    try {
        throw;
    } catch (const Refused& refused) {
        return {refused.code, name + refused.detail};
    } catch (const QPDFExc& problem) {
        if (problem.getErrorCode() == qpdf_e_password) return {Errc::Malformed, name + kEncrypted};
        return {Errc::Malformed, name + "PDF として読めません (" + problem.getMessageDetail() + ")"};
    } catch (const std::exception& problem) {
        return {Errc::Malformed, name + problem.what()};
    }
}

}  // namespace forms
