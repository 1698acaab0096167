// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "integration/connectors/file_source.h"
#include "integration/statements/payment_order.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace rialto::cli {

namespace {

using namespace integration;

constexpr std::size_t kPaymentFileLimit = std::size_t{16} << 20;

struct ExportArguments {
    std::string csv;
    std::string out;
    std::string version = "09";
    std::string name;
    std::string iban;
    std::string bic;
    std::string date;
    std::string messageId;
};

Result<std::string> wholeFile(const std::string& path)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    return readUpTo(**source, kPaymentFileLimit);
}

int exportPayments(Context& context, const ExportArguments& arguments)
{
    const auto csv = wholeFile(arguments.csv);
    if (!csv)
        return context.fail(csv.error());
    auto payments = readPayments(csv->starts_with("\xEF\xBB\xBF") ? std::string_view(*csv).substr(3) : std::string_view(*csv));
    if (!payments)
        return context.fail({payments.error().kind, payments.error().code, fileNameOf(arguments.csv) + ": " + payments.error().detail});
    PaymentOrder order;
    order.payments = std::move(*payments);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    order.created = Timestamp(std::int64_t{seconds} * 1'000'000'000);
    order.messageId = arguments.messageId.empty() ? fmt::format("RIALTO-{}", seconds) : arguments.messageId;
    order.debtorName = arguments.name;
    order.debtorIban = arguments.iban;
    order.debtorBic = arguments.bic;
    const auto date = arguments.date.empty() ? Result<Date>(Date::ofUtc(order.created) + 1) : Date::parse(arguments.date);
    if (!date)
        return context.fail(date.error());
    order.execution = *date;
    const auto document = painDocument(order, arguments.version == "03" ? PainVersion::V03 : PainVersion::V09);
    if (!document)
        return context.fail({document.error().kind, document.error().code, fileNameOf(arguments.csv) + ": " + document.error().detail});
    std::ofstream file(std::filesystem::path(std::u8string(arguments.out.begin(), arguments.out.end())), std::ios::binary | std::ios::trunc);
    file << *document;
    file.close();
    if (!file)
        return context.fail(unavailable("payment.not-written", arguments.out + " cannot be written; choose another place"));
    return context.ok({{"file", arguments.out}, {"format", "pain.001.001." + arguments.version}, {"messageId", order.messageId}, {"payments", order.payments.size()},
                          {"controlSum", controlSum(order.payments)}, {"executionDate", order.execution.text()}},
        fmt::format("{} payments, control sum {}, to be executed on {}: {}", order.payments.size(), controlSum(order.payments), order.execution.text(), arguments.out));
}

} // namespace

Command paymentExportCommand()
{
    return {{"payment", "export"}, "Write payments as an ISO 20022 order (pain.001) for the bank",
        {"rialtoctl payment export --csv withdrawals.csv --debtor-name 'Advisor Ltd' --debtor-iban DE89370400440532013000 --out order.xml"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<ExportArguments>();
            app.add_option("--csv", given->csv, "Payments: name, iban, amount; and bic, currency, reference, text")->required();
            app.add_option("--out", given->out, "The file to write")->required();
            app.add_option("--debtor-name", given->name, "Whose account pays")->required();
            app.add_option("--debtor-iban", given->iban, "The account that pays")->required();
            app.add_option("--debtor-bic", given->bic, "Its bank");
            app.add_option("--date", given->date, "Day of execution, YYYY-MM-DD; default: tomorrow");
            app.add_option("--message-id", given->messageId, "Id of the order, unique for the bank");
            app.add_option("--version", given->version, "pain.001.001.03 or .09")->check(CLI::IsMember({"03", "09"}))->capture_default_str();
            return [given](Context& context) { return exportPayments(context, *given); };
        }};
}

} // namespace rialto::cli
