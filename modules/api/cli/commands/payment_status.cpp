// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "integration/connectors/file_source.h"
#include "integration/statements/payment_order.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

int showStatus(Context& context, const std::string& path)
{
    auto source = integration::FileSource::open(path);
    if (!source)
        return context.fail(source.error());
    auto bytes = integration::readUpTo(**source, std::size_t{16} << 20);
    if (!bytes)
        return context.fail(bytes.error());
    const auto report = integration::parsePaymentStatus(bytes->starts_with("\xEF\xBB\xBF") ? bytes->substr(3) : std::move(*bytes));
    if (!report)
        return context.fail({report.error().kind, report.error().code, integration::fileNameOf(path) + ": " + report.error().detail});
    Json list = Json::array();
    std::string text = fmt::format("order {}: {} {}{}\n", report->messageId, report->groupStatus, report->reasonCode, report->reason.empty() ? "" : " " + report->reason);
    for (const auto& payment : report->payments) {
        list.push_back({{"reference", payment.endToEndId}, {"status", payment.status}, {"reasonCode", payment.reasonCode}, {"reason", payment.reason}, {"line", payment.line}});
        text += fmt::format("  {}: {} {} {}\n", payment.endToEndId, payment.status, payment.reasonCode, payment.reason);
    }
    return context.ok({{"format", report->format}, {"messageId", report->messageId}, {"status", report->groupStatus}, {"reasonCode", report->reasonCode},
                          {"reason", report->reason}, {"payments", list}}, text);
}

} // namespace

Command paymentStatusCommand()
{
    return {{"payment", "status"}, "Read what the bank says of a payment order (pain.002)", {"rialtoctl payment status answer.xml --json"}, [](CLI::App& app) -> Action {
                auto path = std::make_shared<std::string>();
                app.add_option("file", *path, "The bank's answer")->required();
                return [path](Context& context) { return showStatus(context, *path); };
            }};
}

} // namespace rialto::cli
