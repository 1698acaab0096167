// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/ofx.h"

#include "integration/statements/iban.h"
#include "integration/statements/ofx_tree.h"

#include <algorithm>
#include <map>

namespace rialto::integration {

namespace {

// YYYYMMDD[HHMMSS[.XXX]][[offset:zone]]: the day as the bank writes it.
std::optional<Date> ofxDate(std::string_view text)
{
    if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 8, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const auto date = Date::parse(text.substr(0, 8));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

struct OfxKind {
    const char* element;
    const char* kind;
};
constexpr OfxKind kOfxKinds[] = {
    {"BUYDEBT", "buy"}, {"BUYMF", "buy"}, {"BUYOPT", "buy"}, {"BUYOTHER", "buy"}, {"BUYSTOCK", "buy"},
    {"SELLDEBT", "sell"}, {"SELLMF", "sell"}, {"SELLOPT", "sell"}, {"SELLOTHER", "sell"}, {"SELLSTOCK", "sell"},
    {"INCOME", "dividend"}, {"REINVEST", "reinvest"}, {"RETOFCAP", "return-of-capital"}, {"SPLIT", "split"}, {"TRANSFER", "transfer"},
    {"INVEXPENSE", "fee"}, {"MARGININTEREST", "interest"}, {"CLOSUREOPT", "option-closure"}, {"JRNLFUND", "journal"}, {"JRNLSEC", "journal"},
};

class OfxReader {
public:
    explicit OfxReader(const OfxTree& tree) : m_tree(tree) {}

    StatementFile read()
    {
        m_file.format = "ofx";
        if (const std::string version = headerValue("VERSION"); version.size() == 3)
            m_file.format += "-" + version.substr(0, 1) + "." + version.substr(1);
        readSecurities();
        for (const auto* status : m_tree.all(m_tree.root(), "STATUS")) {
            const std::string code = m_tree.textOf(*status, "CODE");
            if (m_tree.textOf(*status, "SEVERITY") == "ERROR")
                problem(Severity::Error, "bank-error", "the bank answered with error " + code + " " + m_tree.textOf(*status, "MESSAGE") + "; ask it again", *status);
        }
        for (const auto* bank : m_tree.all(m_tree.root(), "STMTRS"))
            readBank(*bank, "BANKACCTFROM");
        for (const auto* card : m_tree.all(m_tree.root(), "CCSTMTRS"))
            readBank(*card, "CCACCTFROM");
        for (const auto* investment : m_tree.all(m_tree.root(), "INVSTMTRS"))
            readInvestment(*investment);
        if (m_file.statements.empty())
            readAccountsOnly();
        if (!m_tree.closed())
            for (auto& statement : m_file.statements)
                statement.complete = false;
        if (m_file.statements.empty())
            problem(Severity::Error, "no-statement", m_tree.closed() ? "the file holds no statement (STMTRS, CCSTMTRS, INVSTMTRS); ask the bank for a statement download"
                                                                     : "the file ends before any statement (STMTRS, CCSTMTRS, INVSTMTRS); get it again", m_tree.root());
        splitByCurrency(m_file);
        return std::move(m_file);
    }

private:
    std::string headerValue(std::string_view name) const
    {
        const std::string& header = m_tree.header();
        for (std::size_t at = header.find(name); at != std::string::npos; at = header.find(name, at + 1)) {
            if (at > 0 && header[at - 1] != '\n' && header[at - 1] != '\r' && header[at - 1] != ' ' && header[at - 1] != '<')
                continue;
            std::size_t value = at + name.size();
            while (value < header.size() && (header[value] == ':' || header[value] == '=' || header[value] == '"' || header[value] == '\'' || header[value] == '>'))
                ++value;
            std::size_t end = value;
            while (end < header.size() && header[end] >= '0' && header[end] <= '9')
                ++end;
            if (end > value)
                return header.substr(value, end - value);
        }
        return {};
    }

    void problem(Severity severity, const char* code, const std::string& detail, const OfxNode& node)
    {
        m_file.problem(severity, code, "line " + std::to_string(node.place.line) + ", <" + node.name + ">: " + detail, node.place);
    }

    bool readNumber(const OfxNode& node, std::string_view name, ExactAmount& amount, bool required)
    {
        const auto* element = m_tree.child(node, name);
        if (element == nullptr) {
            if (required)
                problem(Severity::Error, "amount-malformed", "<" + std::string(name) + "> is missing; get the file again", node);
            return false;
        }
        const auto fault = readAmount(element->text, styleOf(element->text, {'.', ','}), amount);
        if (fault == AmountFault::None || (fault == AmountFault::TooFine && !required))
            return true;
        if (fault != AmountFault::Empty || required)
            problem(Severity::Error, "amount-malformed", explain(fault, element->text) + "; get the file again", *element);
        return false;
    }

    std::optional<ExactAmount> number(const OfxNode& node, std::string_view name)
    {
        ExactAmount amount;
        return readNumber(node, name, amount, false) ? std::optional<ExactAmount>(amount) : std::nullopt;
    }

    std::optional<Date> date(const OfxNode& node, std::string_view name, bool required)
    {
        const auto* element = m_tree.child(node, name);
        const auto read = element == nullptr ? std::nullopt : ofxDate(element->text);
        if (!read && (required || (element != nullptr && !element->text.empty())))
            problem(Severity::Error, "date-malformed", "<" + std::string(name) + "> \"" + (element == nullptr ? "" : element->text.substr(0, 30)) + "\" is not a date (YYYYMMDD)",
                element == nullptr ? node : *element);
        return read;
    }

    /// CURRENCY: the amounts are in its CURSYM. ORIGCURRENCY: they were converted already.
    std::string currencyOf(const OfxNode& node, const std::string& otherwise) const
    {
        const auto* currency = m_tree.child(node, "CURRENCY");
        const std::string code = currency == nullptr ? std::string() : m_tree.textOf(*currency, "CURSYM");
        return code.size() == 3 ? code : otherwise;
    }

    void readAccount(const OfxNode* from, AccountStatement& statement) const
    {
        if (from == nullptr)
            return;
        auto& account = statement.account;
        account.id = m_tree.textOf(*from, "ACCTID");
        account.bank = m_tree.textOf(*from, "BANKID");
        if (account.bank.empty())
            account.bank = m_tree.textOf(*from, "BROKERID");
        if (const std::string branch = m_tree.textOf(*from, "BRANCHID"); !branch.empty())
            account.bank += (account.bank.empty() ? "" : "-") + branch;
        account.type = from->name == "CCACCTFROM" ? "CREDITCARD" : from->name == "INVACCTFROM" ? "INVESTMENT" : m_tree.textOf(*from, "ACCTTYPE");
        if (const auto iban = parseIban(account.id))
            account.iban = *iban;
    }

    AccountStatement begin(const OfxNode& node, std::string_view from)
    {
        AccountStatement statement;
        statement.place = node.place;
        statement.idsAreUnique = true;
        statement.carriesBalances = false; // never a pair
        readAccount(m_tree.child(node, from), statement);
        statement.account.currency = m_tree.textOf(node, "CURDEF");
        if (statement.account.currency.size() != 3)
            problem(Severity::Error, "currency-missing", "the statement does not say its currency (CURDEF)", node);
        return statement;
    }

    void readBank(const OfxNode& node, std::string_view from)
    {
        AccountStatement statement = begin(node, from);
        if (const auto* list = m_tree.child(node, "BANKTRANLIST")) {
            statement.from = date(*list, "DTSTART", false);
            statement.to = date(*list, "DTEND", false);
            for (const std::size_t index : list->children)
                if (m_tree.node(index).name == "STMTTRN")
                    readTransaction(m_tree.node(index), statement);
        }
        readBalance(node, "LEDGERBAL", BalanceKind::Closing, statement);
        readBalance(node, "AVAILBAL", BalanceKind::ClosingAvailable, statement);
        m_file.statements.push_back(std::move(statement));
    }

    void readBalance(const OfxNode& node, std::string_view name, BalanceKind kind, AccountStatement& statement)
    {
        const auto* element = m_tree.child(node, name);
        if (element == nullptr)
            return;
        StatementBalance balance;
        balance.kind = kind;
        balance.code = std::string(name);
        balance.currency = statement.account.currency;
        balance.place = element->place;
        if (!readNumber(*element, "BALAMT", balance.amount, true))
            return;
        balance.date = date(*element, "DTASOF", false);
        statement.balances.push_back(std::move(balance));
    }

    void readTransaction(const OfxNode& node, AccountStatement& statement)
    {
        StatementEntry entry;
        entry.place = node.place;
        if (!readNumber(node, "TRNAMT", entry.amount, true))
            return;
        entry.booked = date(node, "DTPOSTED", true);
        entry.value = date(node, "DTAVAIL", false);
        entry.currency = currencyOf(node, statement.account.currency);
        entry.code = m_tree.textOf(node, "TRNTYPE");
        entry.id = m_tree.textOf(node, "FITID");
        entry.reference = m_tree.textOf(node, "CHECKNUM");
        if (entry.reference.empty())
            entry.reference = m_tree.textOf(node, "REFNUM");
        entry.counterparty = m_tree.textOf(node, "NAME");
        if (const auto* payee = m_tree.child(node, "PAYEE"); payee != nullptr && entry.counterparty.empty())
            entry.counterparty = m_tree.textOf(*payee, "NAME");
        for (const char* other : {"BANKACCTTO", "CCACCTTO"})
            if (const auto* account = m_tree.child(node, other))
                entry.counterpartyAccount = m_tree.textOf(*account, "ACCTID");
        entry.text = m_tree.textOf(node, "MEMO");
        statement.entries.push_back(std::move(entry));
    }

    SecurityName securityOf(const OfxNode& node) const
    {
        SecurityName name;
        const auto* id = m_tree.find(node, "SECID");
        if (id == nullptr)
            return name;
        name.id = m_tree.textOf(*id, "UNIQUEID");
        name.idType = m_tree.textOf(*id, "UNIQUEIDTYPE");
        if (const auto known = m_securities.find(name.idType + "/" + name.id); known != m_securities.end())
            return known->second;
        if (name.idType == "ISIN")
            name.isin = name.id;
        if (name.idType == "TICKER")
            name.symbol = name.id;
        return name;
    }

    void readSecurities()
    {
        for (const auto* info : m_tree.all(m_tree.root(), "SECINFO")) {
            SecurityName name = securityOf(*info);
            name.name = m_tree.textOf(*info, "SECNAME");
            if (const std::string ticker = m_tree.textOf(*info, "TICKER"); !ticker.empty())
                name.symbol = ticker;
            m_securities[name.idType + "/" + name.id] = name;
        }
    }

    void readInvestment(const OfxNode& node)
    {
        AccountStatement statement = begin(node, "INVACCTFROM");
        if (const auto* list = m_tree.child(node, "INVTRANLIST")) {
            statement.from = date(*list, "DTSTART", false);
            statement.to = date(*list, "DTEND", false);
            for (const std::size_t index : list->children) {
                const auto& transaction = m_tree.node(index);
                if (transaction.name == "INVBANKTRAN") {
                    if (const auto* bank = m_tree.child(transaction, "STMTTRN"))
                        readTransaction(*bank, statement);
                } else if (transaction.name != "DTSTART" && transaction.name != "DTEND") {
                    readInvestmentTransaction(transaction, statement);
                }
            }
        }
        if (const auto* list = m_tree.child(node, "INVPOSLIST"))
            for (const auto* position : m_tree.all(*list, "INVPOS"))
                readPosition(*position, statement);
        if (const auto* balances = m_tree.child(node, "INVBAL")) {
            StatementBalance cash;
            cash.kind = BalanceKind::Closing;
            cash.code = "AVAILCASH";
            cash.currency = statement.account.currency;
            cash.place = balances->place;
            cash.date = date(node, "DTASOF", false);
            if (readNumber(*balances, "AVAILCASH", cash.amount, false))
                statement.balances.push_back(std::move(cash));
        }
        m_file.statements.push_back(std::move(statement));
    }

    void readInvestmentTransaction(const OfxNode& node, AccountStatement& statement)
    {
        const auto kind = std::find_if(std::begin(kOfxKinds), std::end(kOfxKinds), [&](const OfxKind& known) { return node.name == known.element; });
        if (kind == std::end(kOfxKinds)) {
            problem(Severity::Warning, "unknown-transaction", "this kind of transaction is not known and left out", node);
            return;
        }
        // Buys and sells keep their fields one level deeper.
        const OfxNode* body = m_tree.child(node, "INVBUY");
        if (body == nullptr)
            body = m_tree.child(node, "INVSELL");
        if (body == nullptr)
            body = &node;
        SecurityTransaction trade;
        trade.place = node.place;
        trade.kind = kind->kind;
        trade.code = node.name;
        trade.currency = currencyOf(*body, statement.account.currency);
        if (const auto* common = m_tree.child(*body, "INVTRAN")) {
            trade.id = m_tree.textOf(*common, "FITID");
            trade.traded = date(*common, "DTTRADE", true);
            trade.settled = date(*common, "DTSETTLE", false);
            trade.text = m_tree.textOf(*common, "MEMO");
        } else {
            problem(Severity::Error, "transaction-malformed", "the transaction has no INVTRAN with its id and date; get the file again", node);
            return;
        }
        trade.security = securityOf(node);
        trade.quantity = number(*body, "UNITS");
        trade.price = number(*body, "UNITPRICE");
        trade.fees = number(*body, "COMMISSION").value_or(ExactAmount()) + number(*body, "FEES").value_or(ExactAmount()) + number(*body, "LOAD").value_or(ExactAmount());
        trade.taxes = number(*body, "TAXES").value_or(ExactAmount()) + number(*body, "WITHHOLDING").value_or(ExactAmount());
        trade.net = number(*body, "TOTAL");
        if (trade.kind == "dividend" && m_tree.textOf(node, "INCOMETYPE") == "INTEREST")
            trade.kind = "interest";
        if (trade.kind == "split")
            trade.net = number(*body, "FRACCASH");
        if ((trade.kind == "buy" || trade.kind == "sell") && !trade.net)
            problem(Severity::Error, "amount-malformed", "<TOTAL> is missing; get the file again", node);
        if (trade.kind == "buy" && trade.net && !trade.net->isNegative() && !trade.net->isZero())
            trade.net = -*trade.net; // some write what was paid without its sign
        if (trade.kind == "sell" && trade.quantity && !trade.quantity->isNegative())
            trade.quantity = -*trade.quantity;
        // What is reinvested comes in and goes out: no cash moves.
        const bool movesCash = trade.net && !trade.net->isZero() && trade.kind != "reinvest" && trade.kind != "transfer" && trade.kind != "journal";
        if (movesCash) {
            StatementEntry entry;
            entry.place = node.place;
            entry.booked = trade.traded;
            entry.value = trade.settled;
            entry.amount = *trade.net;
            entry.currency = trade.currency;
            entry.code = node.name;
            entry.id = trade.id;
            entry.counterparty = trade.security.name;
            entry.reference = trade.security.symbol.empty() ? trade.security.id : trade.security.symbol;
            entry.text = trade.text.empty() ? std::string(kind->kind) + " " + entry.reference : trade.text;
            statement.entries.push_back(std::move(entry));
        }
        statement.securities.push_back(std::move(trade));
    }

    void readPosition(const OfxNode& node, AccountStatement& statement)
    {
        StatementPosition position;
        position.place = node.place;
        position.security = securityOf(node);
        if (!readNumber(node, "UNITS", position.quantity, true))
            return;
        if (m_tree.textOf(node, "POSTYPE") == "SHORT" && !position.quantity.isNegative())
            position.quantity = -position.quantity;
        position.price = number(node, "UNITPRICE");
        position.value = number(node, "MKTVAL");
        position.currency = currencyOf(node, statement.account.currency);
        position.date = date(node, "DTPRICEASOF", false);
        statement.positions.push_back(std::move(position));
    }

    void readAccountsOnly()
    {
        for (const auto* info : m_tree.all(m_tree.root(), "ACCTINFO"))
            for (const char* from : {"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"})
                if (const auto* account = m_tree.find(*info, from)) {
                    AccountStatement statement;
                    statement.place = account->place;
                    statement.carriesBalances = false;
                    readAccount(account, statement);
                    statement.account.name = m_tree.textOf(*info, "DESC");
                    m_file.statements.push_back(std::move(statement));
                }
        if (!m_file.statements.empty())
            problem(Severity::Warning, "no-statement", "the file lists accounts (ACCTINFO) and holds no statement; there is nothing to import", m_tree.root());
    }

    const OfxTree& m_tree;
    StatementFile m_file;
    std::map<std::string, SecurityName> m_securities;
};

} // namespace

bool looksLikeOfx(std::string_view head) { return head.find("<OFX>") != std::string_view::npos || head.find("OFXHEADER") != std::string_view::npos || head.find("<ofx>") != std::string_view::npos; }

void splitByCurrency(StatementFile& file)
{
    std::vector<AccountStatement> all;
    for (auto& statement : file.statements) {
        std::map<std::string, std::vector<StatementEntry>> foreign;
        std::vector<StatementEntry> own;
        for (auto& entry : statement.entries) {
            if (entry.currency == statement.account.currency || entry.currency.empty())
                own.push_back(std::move(entry));
            else
                foreign[entry.currency].push_back(std::move(entry));
        }
        statement.entries = std::move(own);
        AccountStatement rest;
        rest.account = statement.account;
        rest.id = statement.id;
        rest.from = statement.from;
        rest.to = statement.to;
        rest.carriesBalances = false;
        rest.idsAreUnique = statement.idsAreUnique;
        rest.complete = statement.complete;
        rest.place = statement.place;
        all.push_back(std::move(statement));
        for (auto& [currency, entries] : foreign) {
            AccountStatement other = rest;
            other.account.currency = currency;
            other.entries = std::move(entries);
            all.push_back(std::move(other));
        }
    }
    file.statements = std::move(all);
}

Result<StatementFile> parseOfx(std::string_view text)
{
    const auto tree = OfxTree::parse(text);
    if (!tree)
        return tree.error();
    return OfxReader(*tree).read();
}

} // namespace rialto::integration
