// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/ibkr_flex.h"

#include "integration/statements/xml_text.h"

#include <algorithm>
#include <map>

namespace rialto::integration {

namespace {

// yyyyMMdd or yyyy-MM-dd, a time after ';', ',' or a space. Other shapes of date can be chosen in the query; they are refused.
std::optional<Date> flexDate(std::string_view text)
{
    const std::string_view day = text.substr(0, text.size() >= 10 && text[4] == '-' ? 10 : 8);
    if (day.size() < 8)
        return std::nullopt;
    const auto date = Date::parse(day);
    return date ? std::optional<Date>(*date) : std::nullopt;
}

std::string word(const pugi::xml_node& node, const char* attribute)
{
    const std::string text = node.attribute(attribute).value();
    return text == "--" ? std::string() : text;
}

std::string tradeKind(const pugi::xml_node& node)
{
    if (word(node, "assetCategory") == "CASH")
        return "fx";
    const std::string side = word(node, "buySell");
    const std::string kind = side.starts_with("BUY") ? "buy" : "sell";
    return side.find("Ca.") != std::string::npos || word(node, "transactionType") == "TradeCancel" ? kind + "-cancel" : kind;
}

std::string cashKind(const std::string& type)
{
    struct Named {
        const char* type;
        const char* kind;
    };
    static constexpr Named kTypes[] = {{"Dividends", "dividend"}, {"Payment In Lieu Of Dividends", "dividend"}, {"Payment In Lieu of Dividends", "dividend"},
        {"Withholding Tax", "tax"}, {"871(m) Withholding", "tax"}, {"Broker Interest Received", "interest"}, {"Broker Interest Paid", "interest"},
        {"Bond Interest Received", "interest"}, {"Bond Interest Paid", "interest"}, {"Other Fees", "fee"}, {"Commission Adjustments", "fee"},
        {"Advisor Fees", "fee"}, {"Broker Fees", "fee"}, {"Other Income", "income"}, {"Deposits/Withdrawals", "cash"}, {"Deposits & Withdrawals", "cash"}, {"Price Adjustments", "income"}};
    for (const auto& named : kTypes)
        if (type == named.type)
            return named.kind;
    return "other";
}

class FlexReader {
public:
    explicit FlexReader(const XmlText& xml) : m_xml(xml) {}

    Result<StatementFile> read()
    {
        const pugi::xml_node root = m_xml.root();
        const pugi::xml_node response = findBelow(root, "FlexQueryResponse", 2);
        if (!response) {
            const std::string message = textAt(root, {"ErrorMessage"});
            if (!message.empty())
                return invalid("statement.flex-error", "the Flex service answered with error " + textAt(root, {"ErrorCode"}) + ": " + message + "; ask it again");
            return invalid("statement.flex-malformed", "line 1: no FlexQueryResponse is in the file; choose XML as the format of the Flex query");
        }
        m_file.format = "ibkr-flex-3";
        const auto list = childOf(response, "FlexStatements");
        std::size_t count = 0;
        for (const auto& node : list.children("FlexStatement")) {
            ++count;
            readStatement(node);
            if (m_entries > kStatementEntryLimit)
                return invalid("statement.too-large", "more than " + std::to_string(kStatementEntryLimit) + " rows; choose a shorter period");
        }
        if (count == 0)
            return invalid("statement.flex-malformed", "line " + std::to_string(m_xml.place(response).line) + ": the file holds no FlexStatement; ask for the query again");
        const std::string said = word(list, "count");
        if (!said.empty() && said != std::to_string(count))
            problem(Severity::Error, "count-differs", "the file states " + said.substr(0, 12) + " statements and holds " + std::to_string(count) + "; ask for it again", list);
        return std::move(m_file);
    }

private:
    using ByCurrency = std::map<std::string, AccountStatement>;

    void problem(Severity severity, const char* code, const std::string& detail, const pugi::xml_node& node, const char* attribute = "")
    {
        Place place = m_xml.place(node);
        if (attribute[0] != 0)
            place.element += std::string("@") + attribute;
        m_file.problem(severity, code, "line " + std::to_string(place.line) + ", <" + place.element + ">: " + detail, place);
    }

    std::optional<ExactAmount> number(const pugi::xml_node& node, const char* attribute, bool exact)
    {
        const std::string text = word(node, attribute);
        ExactAmount amount;
        // The query lets the user choose thousands separators; the decimal mark is a point.
        const auto fault = readAmount(text, {'.', ','}, amount);
        if (fault == AmountFault::None || (fault == AmountFault::TooFine && !exact))
            return amount;
        if (fault != AmountFault::Empty)
            problem(Severity::Error, "amount-malformed", explain(fault, text), node, attribute);
        return std::nullopt;
    }

    std::optional<Date> date(const pugi::xml_node& node, const char* attribute)
    {
        const std::string text = word(node, attribute);
        if (text.empty())
            return std::nullopt;
        const auto read = flexDate(text);
        if (!read)
            problem(Severity::Error, "date-malformed", "\"" + text.substr(0, 30) + "\" is not a date (choose yyyyMMdd in the Flex query)", node, attribute);
        return read;
    }

    std::optional<Date> firstDate(const pugi::xml_node& node, std::initializer_list<const char*> attributes)
    {
        for (const char* attribute : attributes)
            if (const auto found = date(node, attribute))
                return found;
        problem(Severity::Error, "date-missing", std::string("no date (") + *attributes.begin() + "); add the field to the Flex query", node);
        return std::nullopt;
    }

    AccountStatement& of(ByCurrency& all, const std::string& currency) const
    {
        const auto [found, made] = all.try_emplace(currency, m_blank);
        if (made)
            found->second.account.currency = currency;
        return found->second;
    }

    static SecurityName securityOf(const pugi::xml_node& node)
    {
        SecurityName name;
        name.symbol = word(node, "symbol");
        name.isin = word(node, "isin");
        if (name.isin.empty() && word(node, "securityIDType") == "ISIN")
            name.isin = word(node, "securityID");
        name.id = word(node, "conid");
        name.idType = name.id.empty() ? "" : "CONID";
        name.name = word(node, "description");
        name.kind = word(node, "assetCategory");
        return name;
    }

    // Rows of detail and the rows that add them up stand side by side.
    static bool isTotal(const pugi::xml_node& node, bool details)
    {
        const std::string level = word(node, "levelOfDetail");
        return level == "ORDER" || level == "SYMBOL_SUMMARY" || level == "ASSET_SUMMARY" || level == "CLOSED_LOT" || level == "WASH_SALE" || level == "LOT"
            || (level == "SUMMARY" && details);
    }
    static bool hasDetails(const pugi::xml_node& list)
    {
        for (const auto& row : list.children())
            if (const std::string level = word(row, "levelOfDetail"); level == "DETAIL" || level == "EXECUTION")
                return true;
        return false;
    }

    void readStatement(const pugi::xml_node& node)
    {
        m_blank = {};
        m_blank.place = m_xml.place(node);
        m_blank.account.id = word(node, "accountId");
        m_blank.account.bank = "IBKR";
        m_blank.account.type = "INVESTMENT";
        m_blank.from = date(node, "fromDate");
        m_blank.to = date(node, "toDate");
        m_blank.idsAreUnique = true;
        m_blank.carriesBalances = false;
        const auto information = childOf(node, "AccountInformation");
        m_base = word(information, "currency");
        m_blank.account.name = word(information, "name");
        ByCurrency all;
        for (const auto& list : node.children()) {
            const std::string_view section = list.name();
            const bool details = hasDetails(list);
            for (const auto& row : list.children()) {
                if (row.type() != pugi::node_element || isTotal(row, details))
                    continue;
                ++m_entries;
                if (section == "Trades" && std::string_view(row.name()) == "Trade")
                    readTrade(row, all);
                else if (section == "CashTransactions" && std::string_view(row.name()) == "CashTransaction")
                    readCash(row, all);
                else if (section == "Transfers" && std::string_view(row.name()) == "Transfer")
                    readTransfer(row, all);
                else if (section == "CorporateActions" && std::string_view(row.name()) == "CorporateAction")
                    readAction(row, all);
                else if (section == "TransactionTaxes" && std::string_view(row.name()) == "TransactionTax")
                    readTransactionTax(row, all);
                else if (section == "OpenPositions" && std::string_view(row.name()) == "OpenPosition")
                    readPosition(row, all);
                else if (section == "CashReport" && std::string_view(row.name()) == "CashReportCurrency")
                    readCashReport(row, all);
            }
        }
        if (all.empty() && !m_base.empty())
            of(all, m_base);
        if (all.empty())
            all.emplace("", m_blank);
        for (auto& [currency, statement] : all)
            m_file.statements.push_back(std::move(statement));
    }

    void addEntry(AccountStatement& statement, const pugi::xml_node& node, const std::optional<Date>& booked, const std::optional<Date>& value,
        const ExactAmount& amount, std::string code, std::string id)
    {
        if (amount.isZero())
            return;
        StatementEntry entry;
        entry.place = m_xml.place(node);
        entry.booked = booked;
        entry.value = value;
        entry.amount = amount;
        entry.currency = statement.account.currency;
        entry.code = std::move(code);
        entry.id = std::move(id);
        entry.reference = word(node, "symbol");
        entry.text = word(node, "description");
        statement.entries.push_back(std::move(entry));
    }

    static std::string idOf(const pugi::xml_node& node)
    {
        for (const char* attribute : {"transactionID", "tradeID", "ibExecID"})
            if (const std::string id = word(node, attribute); !id.empty())
                return id;
        return {};
    }

    void readTrade(const pugi::xml_node& node, ByCurrency& all)
    {
        const std::string currency = word(node, "currency");
        if (currency.empty())
            return problem(Severity::Error, "currency-missing", "the trade has no currency; add the field to the Flex query", node);
        auto& statement = of(all, currency);
        SecurityTransaction trade;
        trade.place = m_xml.place(node);
        trade.kind = tradeKind(node);
        trade.code = word(node, "transactionType");
        trade.cancelled = trade.kind.ends_with("-cancel");
        trade.id = idOf(node);
        trade.traded = firstDate(node, {"tradeDate", "dateTime", "reportDate"});
        trade.settled = date(node, "settleDateTarget");
        trade.security = securityOf(node);
        trade.quantity = number(node, "quantity", false);
        trade.price = number(node, "tradePrice", false);
        trade.currency = currency;
        const ExactAmount commission = number(node, "ibCommission", true).value_or(ExactAmount());
        const std::string commissionCurrency = word(node, "ibCommissionCurrency");
        const bool ownCommission = commissionCurrency.empty() || commissionCurrency == currency;
        if (ownCommission)
            trade.fees = -commission;
        trade.taxes = -number(node, "taxes", true).value_or(ExactAmount());
        trade.net = number(node, "netCash", true);
        if (!trade.net) {
            const auto proceeds = number(node, "proceeds", true);
            if (!proceeds)
                return problem(Severity::Error, "amount-malformed", "the trade has neither netCash nor proceeds; add the fields to the Flex query", node);
            trade.net = *proceeds - trade.taxes - trade.fees;
        }
        if (trade.kind == "fx") {
            // Two legs: the quantity is in the first currency of the pair, the proceeds in the second; netCash leaves them out.
            const auto proceeds = number(node, "proceeds", true);
            const std::string base = trade.security.symbol.substr(0, trade.security.symbol.find('.'));
            if (base.size() == 3 && trade.quantity && proceeds) {
                trade.net = *proceeds;
                addEntry(of(all, base), node, trade.traded, trade.settled, *trade.quantity, "FX", trade.id + "/base");
                if (ownCommission)
                    addEntry(statement, node, trade.traded, trade.settled, commission, "FX commission", trade.id + "/fee");
            } else {
                problem(Severity::Error, "fx-malformed", "a currency trade needs symbol, quantity and proceeds; add the fields to the Flex query", node);
            }
        }
        addEntry(statement, node, trade.traded, trade.settled, *trade.net, trade.kind, trade.id);
        if (!ownCommission)
            addEntry(of(all, commissionCurrency), node, trade.traded, trade.settled, commission, "commission", trade.id + "/fee");
        of(all, currency).securities.push_back(std::move(trade));
    }

    void readCash(const pugi::xml_node& node, ByCurrency& all)
    {
        const auto amount = number(node, "amount", true);
        const std::string currency = word(node, "currency");
        if (!amount || currency.empty())
            return problem(Severity::Error, "amount-malformed", "the row needs amount and currency; add the fields to the Flex query", node);
        auto& statement = of(all, currency);
        const auto booked = firstDate(node, {"reportDate", "dateTime", "settleDate"});
        const std::string type = word(node, "type");
        const std::string kind = cashKind(type);
        addEntry(statement, node, booked, date(node, "settleDate"), *amount, type, idOf(node));
        if (kind == "cash")
            return;
        SecurityTransaction transaction;
        transaction.place = m_xml.place(node);
        transaction.kind = kind;
        transaction.code = type;
        transaction.id = idOf(node);
        transaction.traded = booked;
        transaction.settled = date(node, "settleDate");
        transaction.security = securityOf(node);
        transaction.net = amount;
        if (kind == "tax")
            transaction.taxes = -*amount;
        if (kind == "fee")
            transaction.fees = -*amount;
        transaction.currency = currency;
        transaction.text = word(node, "description");
        statement.securities.push_back(std::move(transaction));
    }

    void readTransfer(const pugi::xml_node& node, ByCurrency& all)
    {
        const std::string currency = word(node, "currency");
        auto& statement = of(all, currency.empty() ? m_base : currency);
        const auto booked = firstDate(node, {"reportDate", "date", "dateTime"});
        if (const auto cash = number(node, "cashTransfer", true))
            addEntry(statement, node, booked, date(node, "settleDate"), *cash, "transfer", idOf(node));
        SecurityTransaction transaction = actionOf(node, "transfer", booked);
        if (transaction.quantity && !transaction.quantity->isZero()) {
            if (word(node, "direction") == "OUT" && !transaction.quantity->isNegative())
                transaction.quantity = -*transaction.quantity;
            statement.securities.push_back(std::move(transaction));
        }
    }

    SecurityTransaction actionOf(const pugi::xml_node& node, const char* kind, const std::optional<Date>& booked)
    {
        SecurityTransaction transaction;
        transaction.place = m_xml.place(node);
        transaction.kind = kind;
        transaction.code = word(node, "type");
        transaction.id = idOf(node);
        transaction.traded = booked;
        transaction.security = securityOf(node);
        transaction.quantity = number(node, "quantity", false);
        transaction.currency = word(node, "currency");
        transaction.text = word(node, "actionDescription");
        return transaction;
    }

    void readAction(const pugi::xml_node& node, ByCurrency& all)
    {
        const std::string currency = word(node, "currency");
        auto& statement = of(all, currency.empty() ? m_base : currency);
        const auto booked = firstDate(node, {"reportDate", "dateTime"});
        SecurityTransaction transaction = actionOf(node, "corporate-action", booked);
        transaction.net = number(node, "proceeds", true);
        if (transaction.net)
            addEntry(statement, node, booked, std::nullopt, *transaction.net, "corporate action " + transaction.code, idOf(node));
        statement.securities.push_back(std::move(transaction));
    }

    void readTransactionTax(const pugi::xml_node& node, ByCurrency& all)
    {
        const auto amount = number(node, "taxAmount", true);
        const std::string currency = word(node, "currency");
        if (!amount || currency.empty())
            return;
        addEntry(of(all, currency), node, firstDate(node, {"date", "reportDate"}), std::nullopt, *amount, word(node, "taxDescription"),
            idOf(node).empty() ? "" : idOf(node) + "/tax");
    }

    void readPosition(const pugi::xml_node& node, ByCurrency& all)
    {
        const auto quantity = number(node, "position", false);
        if (!quantity)
            return problem(Severity::Error, "amount-malformed", "the position has no quantity; add the field to the Flex query", node, "position");
        StatementPosition position;
        position.place = m_xml.place(node);
        position.security = securityOf(node);
        position.quantity = *quantity;
        position.price = number(node, "markPrice", false);
        position.value = number(node, "positionValue", false);
        position.currency = word(node, "currency");
        position.date = date(node, "reportDate");
        of(all, position.currency.empty() ? m_base : position.currency).positions.push_back(std::move(position));
    }

    void readCashReport(const pugi::xml_node& node, ByCurrency& all)
    {
        const std::string currency = word(node, "currency");
        if (currency == "BASE_SUMMARY" || currency.empty())
            return; // the other rows, converted
        auto& statement = of(all, currency);
        const auto add = [&](const char* attribute, BalanceKind kind, std::optional<Date> day) {
            const auto amount = number(node, attribute, true);
            if (!amount)
                return;
            statement.balances.push_back({kind, attribute, *amount, currency, day, m_xml.place(node)});
        };
        add("startingCash", BalanceKind::Opening, statement.from);
        add("endingCash", BalanceKind::Closing, statement.to);
        add("endingSettledCash", BalanceKind::ClosingAvailable, statement.to);
    }

    const XmlText& m_xml;
    StatementFile m_file;
    AccountStatement m_blank;
    std::string m_base;
    std::size_t m_entries = 0;
};

} // namespace

bool looksLikeFlex(std::string_view head) { return head.find("<FlexQueryResponse") != std::string_view::npos || head.find("<FlexStatementResponse") != std::string_view::npos; }

Result<StatementFile> parseFlex(std::string text)
{
    const auto xml = XmlText::parse(std::move(text));
    if (!xml)
        return xml.error();
    return FlexReader(**xml).read();
}

} // namespace rialto::integration
