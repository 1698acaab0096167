// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/password_input.h"
#include "api/cli/text_file.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct Options {
    std::string id;
    std::string settings;
    std::string library;
    std::string faults;
    std::uint64_t seed = 1;
    int secretFd = -1;
    int patience = 10;
    bool trade = false;
};

constexpr std::size_t kLargestSettings = 1024 * 1024;

const char* word(CaseOutcome outcome)
{
    switch (outcome) {
    case CaseOutcome::Passed: return "passed";
    case CaseOutcome::Failed: return "failed";
    case CaseOutcome::NotApplicable: return "does not apply";
    }
    return "";
}

Result<BrokerOpening> openingFrom(const Options& options)
{
    BrokerOpening opening;
    opening.id = options.id;
    opening.library = options.library;
    opening.faultSeed = options.seed;
    if (!options.settings.empty()) {
        auto text = readTextFile(options.settings);
        if (!text)
            return text.error();
        if (text->size() > kLargestSettings)
            return invalid("broker.settings", options.settings + " is larger than a megabyte");
        opening.settings = std::move(*text);
    }
    if (options.secretFd >= 0) {
        auto secret = readPassword(options.secretFd, false);
        if (!secret)
            return secret.error();
        opening.secret = std::move(*secret);
    }
    const auto faults = parseFaultRates(options.faults);
    if (!faults)
        return faults.error();
    opening.faults = *faults;
    return opening;
}

int check(Context& context, const Options& options)
{
    BrokerCatalogue* catalogue = context.books.brokers();
    if (catalogue == nullptr)
        return context.fail(unavailable("broker.none", "this program has no brokers"));
    const auto opening = openingFrom(options);
    if (!opening)
        return context.fail(opening.error());
    auto opened = catalogue->open(*opening);
    if (!opened)
        return context.fail(opened.error());
    ConformanceTerms terms = opened->check;
    if (!terms.instrument.valid() || !terms.quantity.isPositive() || !terms.restingBuy.isPositive())
        return context.fail(invalid("broker.settings", "the settings need \"check\": {\"instrument\": ID, \"quantity\": \"...\", \"restingBuy\": \"...\", \"otherRestingBuy\": \"...\"} to know what orders may be placed"));
    if (options.trade && !terms.crossingBuy.isPositive())
        return context.fail(invalid("broker.settings", "--trade needs \"crossingBuy\" in \"check\""));
    terms.mayTrade = terms.mayTrade || options.trade;
    terms.patienceNanos = options.patience * kNanosPerSecond;
    const auto report = checkConformance(*opened->adapter, terms);
    Json cases = Json::array();
    std::string text;
    for (const auto& each : report.cases) {
        Json line{{"number", each.number}, {"title", each.title}, {"outcome", word(each.outcome)}};
        if (!each.detail.empty())
            line["detail"] = each.detail;
        cases.push_back(std::move(line));
        text += fmt::format("{}  {:<14}  {}{}\n", each.number, word(each.outcome), each.title, each.detail.empty() ? "" : ": " + each.detail);
    }
    text += fmt::format("{}: score {} ({} of {} cases that apply)\n", options.id, report.score(), report.passed(), report.passed() + report.failed());
    context.ok({{"broker", options.id}, {"score", report.score()}, {"passed", report.passed()}, {"failed", report.failed()},
                   {"method", "numbered conformance cases of the broker port; score = whole percent of the cases that apply"}, {"cases", cases}},
        text);
    return report.failed() == 0 ? kOk : kFailed;
}

} // namespace

Command brokerCheckCommand()
{
    return {{"broker", "check"}, "Run the numbered conformance cases on a broker, with your own keys, and print its score",
        {"rialtoctl broker check simulator", "rialtoctl broker check plugin --library build/dev/bin/rialto-paper-broker.so --settings paper.json --trade --json",
            "rialtoctl broker check binance --settings testnet.json --secret-fd 3 3< keys.json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<Options>();
            app.add_option("id", options->id, "The broker, as 'broker list' names it")->required();
            app.add_option("--settings", options->settings, "JSON file: instruments, addresses, and what the check may place");
            app.add_option("--library", options->library, "Shared library of the broker SDK, with id 'plugin'");
            app.add_option("--secret-fd", options->secretFd, "File descriptor with one line of JSON: keys and passwords")->check(CLI::Range(0, 1024));
            app.add_flag("--trade", options->trade, "Also run the cases that trade (three small purchases)");
            app.add_option("--patience", options->patience, "Seconds to wait for an answer")->check(CLI::Range(1, 600))->capture_default_str();
            app.add_option("--faults", options->faults, "A bad line on purpose: drop=50,duplicate=20,delay=100,reorder=50,disconnect=5,restart=1 (per mille)");
            app.add_option("--fault-seed", options->seed, "Repeats the same faults")->capture_default_str();
            return [options](Context& context) { return check(context, *options); };
        }};
}

} // namespace rialto::cli
