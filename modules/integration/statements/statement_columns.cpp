// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/statement_columns.h"

#include "integration/column_role.h"

#include <nlohmann/json.hpp>

namespace rialto::integration {

namespace {

constexpr std::array<std::string_view, kStatementRoles> kRoleNames{"date", "valueDate", "type", "amount", "debit", "credit", "balance", "currency", "account",
    "isin", "symbol", "name", "quantity", "price", "fee", "tax", "id", "text", "counterparty", "counterpartyAccount", "reference"};

struct RoleAlias {
    const char* heading; // as normalisedHeading gives it
    StatementRole role;
};

// The better name first: a role is taken by the first alias that the table has.
constexpr RoleAlias kRoleAliases[] = {
    {"bookingdate", StatementRole::Date}, {"tradedate", StatementRole::Date}, {"date", StatementRole::Date}, {"transactiondate", StatementRole::Date},
    {"datetime", StatementRole::Date}, {"time", StatementRole::Date}, {"posteddate", StatementRole::Date}, {"postingdate", StatementRole::Date},
    {"buchungstag", StatementRole::Date}, {"buchungsdatum", StatementRole::Date}, {"datum", StatementRole::Date}, {"buchung", StatementRole::Date},
    {"dateopération", StatementRole::Date}, {"datedopération", StatementRole::Date}, {"dateoperation", StatementRole::Date}, {"fecha", StatementRole::Date}, {"data", StatementRole::Date},
    {"记账日期", StatementRole::Date}, {"交易日期", StatementRole::Date}, {"成交日期", StatementRole::Date}, {"交易时间", StatementRole::Date}, {"日期", StatementRole::Date}, {"发生日期", StatementRole::Date},
    {"valuedate", StatementRole::ValueDate}, {"settledatetarget", StatementRole::ValueDate}, {"settlementdate", StatementRole::ValueDate}, {"settledate", StatementRole::ValueDate},
    {"valuta", StatementRole::ValueDate}, {"valutadatum", StatementRole::ValueDate}, {"wertstellung", StatementRole::ValueDate}, {"datevaleur", StatementRole::ValueDate}, {"交割日期", StatementRole::ValueDate}, {"起息日", StatementRole::ValueDate},
    {"buysell", StatementRole::Type}, {"action", StatementRole::Type}, {"type", StatementRole::Type}, {"transactiontype", StatementRole::Type}, {"side", StatementRole::Type},
    {"typ", StatementRole::Type}, {"art", StatementRole::Type}, {"umsatzart", StatementRole::Type}, {"buchungstext", StatementRole::Type}, {"sens", StatementRole::Type},
    {"买卖方向", StatementRole::Type}, {"买卖标志", StatementRole::Type}, {"业务名称", StatementRole::Type}, {"业务类型", StatementRole::Type}, {"交易类型", StatementRole::Type}, {"操作", StatementRole::Type},
    {"netcash", StatementRole::Amount}, {"netamount", StatementRole::Amount}, {"amount", StatementRole::Amount}, {"amounteur", StatementRole::Amount}, {"total", StatementRole::Amount},
    {"value", StatementRole::Amount}, {"betrag", StatementRole::Amount}, {"betrageur", StatementRole::Amount}, {"umsatz", StatementRole::Amount}, {"umsatzineur", StatementRole::Amount}, {"wert", StatementRole::Amount},
    {"montant", StatementRole::Amount}, {"importe", StatementRole::Amount}, {"importo", StatementRole::Amount}, {"bedrag", StatementRole::Amount},
    {"发生金额", StatementRole::Amount}, {"交易金额", StatementRole::Amount}, {"清算金额", StatementRole::Amount}, {"资金发生数", StatementRole::Amount}, {"金额", StatementRole::Amount}, {"成交金额", StatementRole::Amount},
    {"debit", StatementRole::Debit}, {"debitamount", StatementRole::Debit}, {"withdrawal", StatementRole::Debit}, {"withdrawals", StatementRole::Debit}, {"paidout", StatementRole::Debit}, {"moneyout", StatementRole::Debit},
    {"soll", StatementRole::Debit}, {"lastschrift", StatementRole::Debit}, {"débit", StatementRole::Debit}, {"支出", StatementRole::Debit}, {"支出金额", StatementRole::Debit}, {"借方金额", StatementRole::Debit}, {"借方发生额", StatementRole::Debit},
    {"credit", StatementRole::Credit}, {"creditamount", StatementRole::Credit}, {"deposit", StatementRole::Credit}, {"deposits", StatementRole::Credit}, {"paidin", StatementRole::Credit}, {"moneyin", StatementRole::Credit},
    {"haben", StatementRole::Credit}, {"gutschrift", StatementRole::Credit}, {"crédit", StatementRole::Credit}, {"收入", StatementRole::Credit}, {"收入金额", StatementRole::Credit}, {"贷方金额", StatementRole::Credit}, {"贷方发生额", StatementRole::Credit},
    {"balance", StatementRole::Balance}, {"runningbalance", StatementRole::Balance}, {"saldo", StatementRole::Balance}, {"kontostand", StatementRole::Balance}, {"solde", StatementRole::Balance}, {"saldonachbuchung", StatementRole::Balance},
    {"余额", StatementRole::Balance}, {"账户余额", StatementRole::Balance}, {"资金余额", StatementRole::Balance}, {"本次余额", StatementRole::Balance}, {"剩余金额", StatementRole::Balance},
    {"currency", StatementRole::Currency}, {"currencyprimary", StatementRole::Currency}, {"ccy", StatementRole::Currency}, {"währung", StatementRole::Currency}, {"waehrung", StatementRole::Currency}, {"devise", StatementRole::Currency}, {"币种", StatementRole::Currency},
    {"clientaccountid", StatementRole::Account}, {"accountid", StatementRole::Account}, {"accountnumber", StatementRole::Account}, {"account", StatementRole::Account}, {"iban", StatementRole::Account},
    {"kontonummer", StatementRole::Account}, {"auftragskonto", StatementRole::Account}, {"konto", StatementRole::Account}, {"compte", StatementRole::Account}, {"账号", StatementRole::Account}, {"资金账号", StatementRole::Account},
    {"isin", StatementRole::Isin},
    {"symbol", StatementRole::Symbol}, {"ticker", StatementRole::Symbol}, {"code", StatementRole::Symbol}, {"instrument", StatementRole::Symbol}, {"wkn", StatementRole::Symbol}, {"证券代码", StatementRole::Symbol}, {"股票代码", StatementRole::Symbol},
    {"securityname", StatementRole::Name}, {"security", StatementRole::Name}, {"name", StatementRole::Name}, {"wertpapier", StatementRole::Name}, {"wertpapiername", StatementRole::Name}, {"libellévaleur", StatementRole::Name}, {"证券名称", StatementRole::Name}, {"股票名称", StatementRole::Name},
    {"quantity", StatementRole::Quantity}, {"shares", StatementRole::Quantity}, {"units", StatementRole::Quantity}, {"qty", StatementRole::Quantity}, {"stück", StatementRole::Quantity}, {"stuck", StatementRole::Quantity}, {"anteile", StatementRole::Quantity},
    {"quantité", StatementRole::Quantity}, {"成交数量", StatementRole::Quantity}, {"发生数量", StatementRole::Quantity}, {"数量", StatementRole::Quantity},
    {"price", StatementRole::Price}, {"unitprice", StatementRole::Price}, {"tradeprice", StatementRole::Price}, {"shareprice", StatementRole::Price}, {"kurs", StatementRole::Price}, {"cours", StatementRole::Price}, {"成交价格", StatementRole::Price}, {"成交均价", StatementRole::Price}, {"价格", StatementRole::Price},
    {"fee", StatementRole::Fee}, {"fees", StatementRole::Fee}, {"commission", StatementRole::Fee}, {"ibcommission", StatementRole::Fee}, {"gebühr", StatementRole::Fee}, {"gebühren", StatementRole::Fee}, {"frais", StatementRole::Fee}, {"手续费", StatementRole::Fee}, {"佣金", StatementRole::Fee},
    {"tax", StatementRole::Tax}, {"taxes", StatementRole::Tax}, {"steuer", StatementRole::Tax}, {"steuern", StatementRole::Tax}, {"taxe", StatementRole::Tax}, {"印花税", StatementRole::Tax},
    {"transactionid", StatementRole::Id}, {"tradeid", StatementRole::Id}, {"id", StatementRole::Id}, {"流水号", StatementRole::Id}, {"交易流水号", StatementRole::Id}, {"成交编号", StatementRole::Id},
    {"description", StatementRole::Text}, {"memo", StatementRole::Text}, {"note", StatementRole::Text}, {"comment", StatementRole::Text}, {"details", StatementRole::Text}, {"purpose", StatementRole::Text}, {"verwendungszweck", StatementRole::Text}, {"text", StatementRole::Text},
    {"libellé", StatementRole::Text}, {"libelle", StatementRole::Text}, {"摘要", StatementRole::Text}, {"备注", StatementRole::Text}, {"用途", StatementRole::Text},
    {"counterpartyname", StatementRole::Counterparty}, {"counterparty", StatementRole::Counterparty}, {"payee", StatementRole::Counterparty}, {"beneficiary", StatementRole::Counterparty}, {"beguenstigterzahlungspflichtiger", StatementRole::Counterparty},
    {"auftraggeberempfänger", StatementRole::Counterparty}, {"zahlungsempfänger", StatementRole::Counterparty}, {"empfänger", StatementRole::Counterparty}, {"对方户名", StatementRole::Counterparty}, {"对方名称", StatementRole::Counterparty},
    {"counterpartyiban", StatementRole::CounterpartyAccount}, {"kontonummeriban", StatementRole::CounterpartyAccount}, {"counterpartyaccount", StatementRole::CounterpartyAccount}, {"对方账号", StatementRole::CounterpartyAccount},
    {"paymentreference", StatementRole::Reference}, {"reference", StatementRole::Reference}, {"ref", StatementRole::Reference}, {"kundenreferenz", StatementRole::Reference}, {"checknumber", StatementRole::Reference},
};

std::string roleList()
{
    std::string list;
    for (const auto role : kRoleNames)
        list += (list.empty() ? "" : ", ") + std::string(role);
    return list;
}

} // namespace

std::string_view name(StatementRole role) { return kRoleNames[static_cast<std::size_t>(role)]; }

bool StatementColumns::usable() const
{
    return has(StatementRole::Date)
        && (has(StatementRole::Amount) || has(StatementRole::Debit) || has(StatementRole::Credit) || (has(StatementRole::Quantity) && has(StatementRole::Price)));
}

StatementColumns columnsOf(const std::vector<std::string>& headings)
{
    std::vector<std::string> keys;
    for (const auto& heading : headings)
        keys.push_back(normalisedHeading(heading));
    StatementColumns columns;
    for (const RoleAlias& alias : kRoleAliases) {
        if (columns.has(alias.role))
            continue;
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (keys[i] == alias.heading) {
                columns.set(alias.role, static_cast<int>(i));
                break;
            }
    }
    return columns;
}

Result<StatementColumns> mappedColumns(const std::string& json, const std::vector<std::string>& headings, StatementColumns columns)
{
    const auto document = nlohmann::json::parse(json, nullptr, false);
    if (!document.is_object())
        return invalid("statement.mapping-malformed", "the mapping is not a JSON object like {\"date\": \"Booked on\", \"amount\": 4}");
    for (const auto& [key, value] : document.items()) {
        std::size_t role = 0;
        while (role < kStatementRoles && kRoleNames[role] != key)
            ++role;
        if (role == kStatementRoles)
            return invalid("statement.mapping-malformed", "the mapping names \"" + key + "\"; there are: " + roleList());
        int column = -1;
        if (value.is_number_unsigned() && value.get<std::uint64_t>() >= 1 && value.get<std::uint64_t>() <= headings.size())
            column = static_cast<int>(value.get<std::uint64_t>()) - 1;
        else if (value.is_string())
            for (std::size_t i = 0; i < headings.size() && column < 0; ++i)
                if (normalisedHeading(headings[i]) == normalisedHeading(value.get<std::string>()))
                    column = static_cast<int>(i);
        if (column < 0)
            return invalid("statement.mapping-malformed", "the mapping of \"" + key + "\" names no column of the file");
        columns.set(static_cast<StatementRole>(role), column);
    }
    return columns;
}

} // namespace rialto::integration
