// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/camt.h"

#include "integration/statements/iban.h"
#include "integration/statements/text_bits.h"

namespace rialto::integration {

namespace {

struct MessageKind {
    const char* message;
    const char* report;
    const char* number;
    bool balances;
};

constexpr MessageKind kMessages[] = {
    {"BkToCstmrStmt", "Stmt", "camt.053", true},
    {"BkToCstmrAcctRpt", "Rpt", "camt.052", false},
    {"BkToCstmrDbtCdtNtfctn", "Ntfctn", "camt.054", false},
};

std::optional<Date> dateIn(std::string_view text)
{
    if (text.size() < 10)
        return std::nullopt;
    const auto date = Date::parse(text.substr(0, 10));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

std::string nameOf(const pugi::xml_node& party)
{
    const std::string direct = textAt(party, {"Nm"});
    return direct.empty() ? textAt(party, {"Pty", "Nm"}) : direct; // Pty since version 8
}

std::string accountIdOf(const pugi::xml_node& account)
{
    const std::string iban = textAt(account, {"Id", "IBAN"});
    return !iban.empty() ? iban : textAt(account, {"Id", "Othr", "Id"});
}

class CamtReader {
public:
    explicit CamtReader(const XmlText& xml) : m_xml(xml) {}

    Result<StatementFile> read()
    {
        const pugi::xml_node root = m_xml.root();
        pugi::xml_node message;
        const MessageKind* kind = nullptr;
        for (const auto& candidate : kMessages) {
            message = findBelow(root, candidate.message, 6);
            if (message) {
                kind = &candidate;
                break;
            }
        }
        if (kind == nullptr)
            return invalid("statement.camt-malformed", "line " + std::to_string(m_xml.place(root).line) + ": the document <" + std::string(root.name())
                    + "> holds no BkToCstmrStmt, BkToCstmrAcctRpt or BkToCstmrDbtCdtNtfctn; is it another kind of message?");
        m_file.format = formatOf(message, *kind);
        for (const auto& child : message.children()) {
            if (child.type() != pugi::node_element || localName(child.name()) != kind->report)
                continue;
            readReport(child, *kind);
            if (m_entries > kStatementEntryLimit)
                return invalid("statement.too-large", "more than " + std::to_string(kStatementEntryLimit) + " entries; split the file");
        }
        if (m_file.statements.empty())
            return invalid("statement.camt-malformed", "line " + std::to_string(m_xml.place(message).line) + ": <" + std::string(kind->message)
                    + "> holds no <" + kind->report + ">; the file is cut, get it again");
        return std::move(m_file);
    }

private:
    std::string formatOf(pugi::xml_node node, const MessageKind& kind) const
    {
        for (; node; node = node.parent())
            for (const auto& attribute : node.attributes()) {
                const std::string_view value = attribute.value();
                const std::size_t at = value.find(kind.number);
                if (at != std::string_view::npos && std::string_view(attribute.name()).starts_with("xmlns"))
                    return std::string(value.substr(at, 15));
            }
        return kind.number;
    }

    void problem(Severity severity, const char* code, std::string detail, const pugi::xml_node& node)
    {
        const Place place = m_xml.place(node);
        m_file.problem(severity, code, "line " + std::to_string(place.line) + ", <" + place.element + ">: " + std::move(detail), place);
    }

    void readReport(const pugi::xml_node& node, const MessageKind& kind)
    {
        AccountStatement statement;
        statement.place = m_xml.place(node);
        statement.id = textAt(node, {"Id"});
        statement.sequence = textAt(node, {"ElctrncSeqNb"});
        statement.carriesBalances = kind.balances;
        statement.from = dateIn(textAt(node, {"FrToDt", "FrDtTm"}));
        statement.to = dateIn(textAt(node, {"FrToDt", "ToDtTm"}));
        statement.text = textAt(node, {"AddtlStmtInf"});
        readAccount(childOf(node, "Acct"), statement.account);
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element)
                continue;
            const std::string_view name = localName(child.name());
            if (name == "Bal")
                readBalance(child, statement);
            else if (name == "Ntry")
                readEntry(child, statement);
            else if (name == "TxsSummry")
                readTotals(child, statement.totals);
        }
        placeInterim(statement, kind);
        // The booked balances say the currency of the account; an available one may be in another.
        for (const auto& balance : statement.balances)
            if (statement.account.currency.empty() && balance.kind != BalanceKind::Other && balance.kind < BalanceKind::OpeningAvailable)
                statement.account.currency = balance.currency;
        if (statement.account.currency.empty() && !statement.entries.empty())
            statement.account.currency = statement.entries.front().currency;
        if (statement.account.currency.empty() && !statement.balances.empty())
            statement.account.currency = statement.balances.front().currency;
        if (kind.balances && !statement.entries.empty() && statement.balances.empty())
            problem(Severity::Error, "balances-missing", "a statement with entries has no balance; get the file again", node);
        m_entries += statement.entries.size();
        m_file.statements.push_back(std::move(statement));
    }

    static void readAccount(const pugi::xml_node& node, StatementAccountId& account)
    {
        account.id = accountIdOf(node);
        if (const auto iban = parseIban(account.id))
            account.iban = *iban;
        account.currency = textAt(node, {"Ccy"});
        account.name = textAt(node, {"Nm"});
        if (account.name.empty())
            account.name = textAt(node, {"Ownr", "Nm"});
        account.type = textAt(node, {"Tp", "Cd"});
        const auto bank = pathOf(node, {"Svcr", "FinInstnId"});
        for (const char* element : {"BICFI", "BIC"})
            if (account.bank.empty())
                account.bank = textAt(bank, {element});
    }

    /// Amount and sign; false when it cannot be read, which has been told.
    bool readSigned(const pugi::xml_node& node, ExactAmount& amount, std::string& currency)
    {
        const auto element = childOf(node, "Amt");
        const std::string text = textOf(element);
        currency = element.attribute("Ccy").value();
        const auto fault = readAmount(text, {'.', 0}, amount);
        if (fault != AmountFault::None) {
            problem(Severity::Error, "amount-malformed", explain(fault, text) + "; get the file again", element ? element : node);
            return false;
        }
        if (amount.isNegative()) {
            problem(Severity::Error, "amount-malformed", "amounts carry no sign in ISO 20022, CdtDbtInd does; get the file again", element);
            return false;
        }
        if (currency.size() != 3) {
            problem(Severity::Error, "currency-missing", "the amount has no currency (attribute Ccy)", element);
            return false;
        }
        const std::string side = textAt(node, {"CdtDbtInd"});
        if (side != "CRDT" && side != "DBIT") {
            problem(Severity::Error, "side-missing", "CdtDbtInd must be CRDT or DBIT, it is \"" + side.substr(0, 20) + "\"", node);
            return false;
        }
        if (side == "DBIT")
            amount = -amount;
        return true;
    }

    void readBalance(const pugi::xml_node& node, AccountStatement& statement)
    {
        StatementBalance balance;
        balance.place = m_xml.place(node);
        balance.code = textAt(node, {"Tp", "CdOrPrtry", "Cd"});
        if (balance.code.empty())
            balance.code = textAt(node, {"Tp", "CdOrPrtry", "Prtry"});
        if (!readSigned(node, balance.amount, balance.currency))
            return;
        balance.date = isoDateOf(childOf(node, "Dt"));
        balance.kind = kindOf(balance.code);
        if ((balance.kind == BalanceKind::Opening || balance.kind == BalanceKind::Closing) && !balance.date)
            problem(Severity::Error, "date-malformed", "the balance has no date that can be read; get the file again", node);
        statement.balances.push_back(std::move(balance));
    }

    static BalanceKind kindOf(const std::string& code)
    {
        struct Named {
            const char* code;
            BalanceKind kind;
        };
        static constexpr Named kKinds[] = {{"OPBD", BalanceKind::Opening}, {"PRCD", BalanceKind::Opening}, {"CLBD", BalanceKind::Closing},
            {"OPAV", BalanceKind::OpeningAvailable}, {"CLAV", BalanceKind::ClosingAvailable}, {"FWAV", BalanceKind::ForwardAvailable},
            {"ITBD", BalanceKind::Interim}, {"ITAV", BalanceKind::InterimAvailable}, {"XPCD", BalanceKind::Expected}};
        for (const auto& named : kKinds)
            if (code == named.code)
                return named.kind;
        return BalanceKind::Other;
    }

    // Interim booked balances stand for the missing side: the first page of a statement closes, the last one opens with one.
    static void placeInterim(AccountStatement& statement, const MessageKind& kind)
    {
        const auto has = [&](BalanceKind wanted) {
            for (const auto& balance : statement.balances)
                if (balance.kind == wanted)
                    return true;
            return false;
        };
        // Both OPBD and PRCD: the opening counts, the other is the day before's close.
        bool opened = false;
        for (auto& balance : statement.balances)
            opened = opened || balance.code == "OPBD";
        for (auto& balance : statement.balances)
            if (balance.code == "PRCD" && opened)
                balance.kind = BalanceKind::Other;
        std::vector<StatementBalance*> interim;
        for (auto& balance : statement.balances)
            if (balance.kind == BalanceKind::Interim)
                interim.push_back(&balance);
        if (interim.size() == 2 && !has(BalanceKind::Opening) && !has(BalanceKind::Closing)) {
            interim[0]->kind = BalanceKind::IntermediateOpening;
            interim[1]->kind = BalanceKind::IntermediateClosing;
        } else if (interim.size() == 1) {
            if (has(BalanceKind::Opening) && !has(BalanceKind::Closing))
                interim[0]->kind = BalanceKind::IntermediateClosing;
            else if (has(BalanceKind::Closing) && !has(BalanceKind::Opening) && kind.balances)
                interim[0]->kind = BalanceKind::IntermediateOpening;
        }
    }

    static void readTotals(const pugi::xml_node& node, DeclaredTotals& totals)
    {
        const auto number = [](const std::string& text) -> std::optional<std::uint64_t> {
            if (text.empty() || text.size() > 15 || text.find_first_not_of("0123456789") != std::string::npos)
                return std::nullopt;
            return std::stoull(text);
        };
        const auto sum = [](const std::string& text) -> std::optional<ExactAmount> {
            ExactAmount amount;
            return readAmount(text, {'.', 0}, amount) == AmountFault::None ? std::optional<ExactAmount>(amount) : std::nullopt;
        };
        totals.entries = number(textAt(node, {"TtlNtries", "NbOfNtries"}));
        totals.credits = number(textAt(node, {"TtlCdtNtries", "NbOfNtries"}));
        totals.creditSum = sum(textAt(node, {"TtlCdtNtries", "Sum"}));
        totals.debits = number(textAt(node, {"TtlDbtNtries", "NbOfNtries"}));
        totals.debitSum = sum(textAt(node, {"TtlDbtNtries", "Sum"}));
        const auto all = childOf(node, "TtlNtries");
        std::string net = textAt(all, {"TtlNetNtryAmt"});
        std::string side = textAt(all, {"CdtDbtInd"});
        if (net.empty()) {
            net = textAt(all, {"TtlNetNtry", "Amt"}); // since version 4
            side = textAt(all, {"TtlNetNtry", "CdtDbtInd"});
        }
        totals.netSum = sum(net);
        if (totals.netSum && side == "DBIT")
            totals.netSum = -*totals.netSum;
    }

    static std::string codeOf(const pugi::xml_node& node)
    {
        const auto code = childOf(node, "BkTxCd");
        const auto domain = childOf(code, "Domn");
        std::string text = textAt(domain, {"Cd"});
        append(text, textAt(domain, {"Fmly", "Cd"}), "/");
        append(text, textAt(domain, {"Fmly", "SubFmlyCd"}), "/");
        return text.empty() ? textAt(code, {"Prtry", "Cd"}) : text;
    }

    void readEntry(const pugi::xml_node& node, AccountStatement& statement)
    {
        StatementEntry entry;
        entry.place = m_xml.place(node);
        if (!readSigned(node, entry.amount, entry.currency))
            return;
        entry.reversal = textAt(node, {"RvslInd"}) == "true" || textAt(node, {"RvslInd"}) == "1";
        std::string status = textAt(node, {"Sts"});
        if (status.empty())
            status = textAt(node, {"Sts", "Cd"});
        if (status.empty())
            status = textAt(node, {"Sts", "Prtry"});
        entry.status = status == "PDNG" || status == "FUTR" ? "pending" : status == "INFO" ? "information" : "booked";
        entry.booked = isoDateOf(childOf(node, "BookgDt"));
        entry.value = isoDateOf(childOf(node, "ValDt"));
        for (const char* date : {"BookgDt", "ValDt"})
            if (const auto element = childOf(node, date); element && !isoDateOf(element))
                problem(Severity::Error, "date-malformed", "\"" + textOf(element.first_child()).substr(0, 30) + "\" is not a date; get the file again", element);
        entry.bankReference = textAt(node, {"AcctSvcrRef"});
        entry.reference = textAt(node, {"NtryRef"});
        entry.code = codeOf(node);
        readTransactions(node, entry);
        append(entry.text, textAt(node, {"AddtlNtryInf"}), " ");
        statement.entries.push_back(std::move(entry));
    }

    void readTransactions(const pugi::xml_node& node, StatementEntry& entry)
    {
        ExactAmount sum;
        bool comparable = true;
        for (const auto& details : node.children()) {
            if (localName(details.name()) != "NtryDtls")
                continue;
            for (const auto& transaction : details.children()) {
                if (localName(transaction.name()) != "TxDtls")
                    continue;
                EntrySplit split = readTransaction(transaction, entry);
                comparable = comparable && split.currency == entry.currency && !split.amount.isZero();
                sum += split.amount;
                entry.splits.push_back(std::move(split));
            }
        }
        if (entry.splits.size() == 1) {
            const auto& only = entry.splits.front();
            entry.counterparty = only.counterparty;
            entry.text = only.text;
            if (!only.reference.empty())
                entry.reference = only.reference;
            entry.splits.clear();
        } else {
            entry.counterpartyAccount.clear();
            if (entry.splits.size() > 1 && comparable && sum != entry.amount)
                problem(Severity::Warning, "details-differ", "the transactions of the entry make " + sum.text(2) + ", the entry itself is " + entry.amount.text(2), node);
        }
    }

    EntrySplit readTransaction(const pugi::xml_node& node, StatementEntry& entry)
    {
        EntrySplit split;
        pugi::xml_node amount = childOf(node, "Amt");
        if (!amount)
            amount = pathOf(node, {"AmtDtls", "TxAmt", "Amt"});
        split.currency = amount.attribute("Ccy").value();
        if (readAmount(textOf(amount), {'.', 0}, split.amount) != AmountFault::None)
            split.currency.clear();
        const std::string side = textAt(node, {"CdtDbtInd"});
        const bool debit = side.empty() ? entry.amount.isNegative() : side == "DBIT";
        if (debit)
            split.amount = -split.amount;
        const auto references = childOf(node, "Refs");
        split.reference = textAt(references, {"EndToEndId"});
        if (split.reference == "NOTPROVIDED")
            split.reference.clear();
        if (entry.bankReference.empty())
            entry.bankReference = textAt(references, {"AcctSvcrRef"});
        if (split.reference.empty())
            split.reference = textAt(references, {"TxId"});
        // Whoever stands on the other side of the payment.
        const auto parties = childOf(node, "RltdPties");
        const char* other = debit != entry.reversal ? "Cdtr" : "Dbtr";
        split.counterparty = nameOf(childOf(parties, other));
        if (split.counterparty.empty())
            split.counterparty = nameOf(childOf(parties, debit != entry.reversal ? "UltmtCdtr" : "UltmtDbtr"));
        entry.counterpartyAccount = accountIdOf(childOf(parties, debit != entry.reversal ? "CdtrAcct" : "DbtrAcct"));
        const auto remittance = childOf(node, "RmtInf");
        for (const auto& line : remittance.children()) {
            if (localName(line.name()) == "Ustrd")
                append(split.text, textOf(line), " ");
            else if (localName(line.name()) == "Strd") {
                append(split.text, textAt(line, {"CdtrRefInf", "Ref"}), " ");
                append(split.text, textAt(line, {"AddtlRmtInf"}), " ");
            }
        }
        append(split.text, textAt(node, {"AddtlTxInf"}), " ");
        return split;
    }

    const XmlText& m_xml;
    StatementFile m_file;
    std::size_t m_entries = 0;
};

} // namespace

bool looksLikeCamt(std::string_view head)
{
    for (const auto& kind : kMessages)
        if (head.find(kind.message) != std::string_view::npos)
            return true;
    return head.find("tech:xsd:camt.05") != std::string_view::npos;
}

std::optional<Date> isoDateOf(const pugi::xml_node& choice)
{
    for (const char* element : {"Dt", "DtTm"})
        if (const std::string text = textAt(choice, {element}); !text.empty())
            return dateIn(text);
    return dateIn(textOf(choice));
}

Result<StatementFile> parseCamt(std::string text)
{
    const auto xml = XmlText::parse(std::move(text));
    if (!xml)
        return xml.error();
    return CamtReader(**xml).read();
}

} // namespace rialto::integration
