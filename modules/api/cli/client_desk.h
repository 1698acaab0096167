// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs about clients share: an open book, parties by number, new revisions of records, and how they are shown.
// A client of the book that has no record yet gets one, as a person, with the first record that speaks of it.
// Errors: cli.party-unknown, cli.account-unknown, cli.record-unknown, and the refusals of the engine.
#pragma once

#include "api/cli/command.h"
#include "api/cli/research_input.h"
#include "clients/mandates/mandate_rules.h"
#include "engine/input.h"
#include "services/client_overview.h"

#include <memory>
#include <string>
#include <vector>

namespace rialto::cli {

class ClientDesk {
public:
    /// Nothing when the book cannot be opened; the context has told why.
    static std::unique_ptr<ClientDesk> open(Context& context, const std::string& by = {});

    AppServices& services() { return m_session->services(); }
    BookSession& session() { return *m_session; }
    const BookSnapshot& book() const { return *m_book; }
    const clients::ClientRegistry& registry() const { return *m_book->registry; }
    Date today() { return services().session().tradingDay; }

    /// By its number, or that of its client.
    Result<clients::PartyId> party(const std::string& number);
    /// An account or a party by its number.
    Result<clients::Node> node(const std::string& number);
    std::string numberOf(const clients::Node& node) const;

    /// A first revision under the next free number of its kind.
    std::uint64_t add(clients::RecordBody body);
    /// The next revision of a record that is there. Errors: cli.record-unknown.
    Result<void> change(std::uint64_t id, clients::RecordBody body);
    RecordClients& staged() { return m_staged; }
    /// Sends what was staged. kOk, or the failure was told.
    int commit(Context& context);

    /// Prices once read. Errors: those of the bar store.
    Result<const PriceHistory*> prices();

private:
    std::unique_ptr<BookSession> m_session;
    std::shared_ptr<const BookSnapshot> m_book;
    std::string m_by;
    RecordClients m_staged;
    std::map<clients::RecordKind, std::uint64_t> m_next;
    std::unique_ptr<PriceHistory> m_prices;
};

/// The same verb for clients and for households. `kind` "": the user says it.
Command addPartyVerb(std::vector<std::string> path, const char* summary, std::vector<std::string> examples, const char* kind);
Command listPartiesVerb(std::vector<std::string> path, const char* summary, std::vector<std::string> examples, bool households);
Command showPartyVerb(std::vector<std::string> path, const char* summary, std::vector<std::string> examples);

Json partyJson(const clients::ClientRegistry& registry, clients::PartyId id);
Json overviewJson(const ClientOverview& overview, ClientDesk& desk);
std::string overviewText(const ClientOverview& overview, ClientDesk& desk);
Json outcomesJson(const std::vector<clients::RuleOutcome>& outcomes, const Currency& base);
std::string outcomesText(const std::vector<clients::RuleOutcome>& outcomes, const Currency& base);

/// The enumerator of that name, of `count`. Errors: cli.word-unknown.
template <class Enum>
Result<Enum> enumNamed(const std::string& text, int count)
{
    std::string known;
    for (int i = 0; i < count; ++i) {
        if (name(static_cast<Enum>(i)) == text)
            return static_cast<Enum>(i);
        known += (i == 0 ? "" : ", ") + std::string(name(static_cast<Enum>(i)));
    }
    return invalid("cli.word-unknown", "'" + text + "' (known: " + known + ")");
}
/// 62.5 or 62.5% to a share. Errors: cli.share-malformed.
Result<std::int64_t> shareNamed(const std::string& text);

} // namespace rialto::cli
