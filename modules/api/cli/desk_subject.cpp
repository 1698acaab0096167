// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_subject.h"

namespace rialto::cli {

Result<LimitKey> limitKeyFrom(const std::string& subject, const std::string& kind, const BookSnapshot& book)
{
    const auto colon = subject.find(':');
    const std::string scope = subject.substr(0, colon);
    std::string named = colon == std::string::npos ? std::string() : subject.substr(colon + 1);
    if (scope == "account") {
        const auto account = accountByNumber(book, named);
        if (!account)
            return account.error();
        named = std::to_string(account->value);
    } else if (scope == "client") {
        const auto client = clientByNumber(book, named);
        if (!client)
            return client.error();
        named = std::to_string(client->id.value);
    } else if (scope == "instrument") {
        const auto instrument = instrumentBySymbol(book, named);
        if (!instrument)
            return instrument.error();
        named = std::to_string(instrument->id.value);
    }
    return LimitKey::parse(scope + (colon == std::string::npos ? "" : ":" + named) + ":" + kind);
}

std::string subjectText(const LimitKey& key, const BookSnapshot& book)
{
    std::string named = key.subject;
    const auto id = parseDecimal(key.subject, 0);
    if (id && key.scope == LimitScope::Account) {
        if (const Account* account = book.account(AccountId(static_cast<std::uint64_t>(*id))))
            named = account->number;
    } else if (id && key.scope == LimitScope::Client) {
        if (const Client* client = book.client(ClientId(static_cast<std::uint64_t>(*id))))
            named = client->number;
    } else if (id && key.scope == LimitScope::Instrument) {
        if (const Instrument* instrument = book.instrument(InstrumentId(static_cast<std::uint32_t>(*id))))
            named = instrument->symbol;
    }
    return std::string(name(key.scope)) + (key.scope == LimitScope::Firm ? "" : ":" + named);
}

} // namespace rialto::cli
