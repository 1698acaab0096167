// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"
#include "api/cli/text_file.h"
#include "clients/input/holdings_csv.h"

namespace rialto::cli {

namespace {

struct MandateArguments {
    std::string rules;
    std::string holdings;
    std::string subject;
    std::string currency = "USD";
};

int finish(Context& context, const std::vector<clients::MandateRule>& rules, const clients::MandateBook& book, const Currency& base, const std::string& subject)
{
    const auto outcomes = clients::checkMandate(rules, book);
    int broken = 0;
    int warned = 0;
    for (const auto& outcome : outcomes)
        (outcome.rule->warning ? warned : broken) += outcome.kept ? 0 : 1;
    return context.ok({{"subject", subject}, {"currency", base.code()}, {"rules", outcomes.size()}, {"broken", broken}, {"warnings", warned}, {"outcomes", outcomesJson(outcomes, base)},
                          {"conventions", {{"percent", "of the value of everything; a short position counts with its size"}, {"dryRun", "nothing is changed and nothing is kept"}}}},
        outcomesText(outcomes, base));
}

int checkRules(Context& context, const MandateArguments& given)
{
    const auto base = Currency::parse(given.currency);
    if (!base)
        return context.fail(base.error());
    std::vector<clients::MandateRule> rules;
    if (!given.rules.empty()) {
        const auto text = readTextFile(given.rules);
        if (!text)
            return context.fail(text.error());
        auto read = clients::parseMandate(*text);
        if (!read)
            return context.fail({read.error().kind, read.error().code, given.rules + ": " + read.error().detail});
        rules = std::move(*read);
    }
    if (!given.holdings.empty()) {
        if (rules.empty())
            return context.fail(invalid("mandates.rules-missing", "give the rules with --rules FILE"));
        const auto text = readTextFile(given.holdings);
        if (!text)
            return context.fail(text.error());
        const auto book = clients::readHoldingsCsv(*text, *base);
        if (!book)
            return context.fail({book.error().kind, book.error().code, given.holdings + ": " + book.error().detail});
        return finish(context, rules, *book, *base, given.holdings);
    }
    if (given.subject.empty())
        return context.fail(invalid("mandates.subject-missing", "give an account or client with --subject, or plain holdings with --holdings FILE.csv"));
    const auto desk = ClientDesk::open(context);
    if (!desk)
        return kFailed;
    const auto node = desk->node(given.subject);
    if (!node)
        return context.fail(node.error());
    const auto prices = desk->prices();
    if (!prices)
        return context.fail(prices.error());
    std::map<AccountId, std::int64_t> shares;
    if (node->account.valid())
        shares.emplace(node->account, clients::kWhole);
    else
        shares = desk->registry().lookThrough(node->party, accountsById(desk->book()));
    if (node->party.valid() && shares.empty()) // a client that has no record yet
        for (const Account& account : desk->book().accounts)
            if (const Client* client = desk->book().client(account.client); client != nullptr && client->number == given.subject)
                shares.emplace(account.id, clients::kWhole);
    if (rules.empty()) {
        desk->registry().each<clients::Mandate>([&](const auto&, const clients::Mandate& mandate) {
            if (mandate.subject == *node)
                if (auto read = clients::parseMandate(mandate.rules))
                    rules.insert(rules.end(), read->begin(), read->end());
        });
        if (rules.empty())
            return context.fail(notFound("mandates.none", given.subject + " has no mandate; give rules to try with --rules FILE"));
    }
    const ClientHoldings held = holdingsOf(desk->book(), shares, *base, **prices, desk->today());
    if (!held.missing.empty())
        return context.fail(notFound("mandates.price-missing", held.missing.front()));
    return finish(context, rules, held.book, *base, given.subject);
}

} // namespace

Command mandateCheckCommand()
{
    return {{"mandate", "check"}, "Try the rules of a mandate on the book's holdings, or on a file; changes nothing",
        {"rialtoctl mandate check --rules rules.txt --subject A-1001-1", "rialtoctl mandate check --rules rules.txt --holdings holdings.csv --json", "rialtoctl mandate check --subject C-1001"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<MandateArguments>();
            app.add_option("--rules", given->rules, "One rule a line: no options; max 10 % in any position; min 5 % in cash; only currencies USD, EUR; max 20 positions");
            app.add_option("--holdings", given->holdings, "CSV: symbol,class,currency,market,value; needs no book");
            app.add_option("--subject,--account,--client", given->subject, "Number of an account, client or household");
            app.add_option("--currency", given->currency, "For values")->capture_default_str();
            return [given](Context& context) { return checkRules(context, *given); };
        }};
}

} // namespace rialto::cli
