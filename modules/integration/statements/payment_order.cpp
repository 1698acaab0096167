// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/payment_order.h"

#include "integration/column_role.h"
#include "integration/csv_reader.h"
#include "integration/statements/exact_amount.h"
#include "integration/statements/iban.h"
#include "integration/statements/text_bits.h"
#include "integration/statements/xml_text.h"
#include "integration/table_layout.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace rialto::integration {

namespace {

constexpr std::size_t kIdLimit = 35;
constexpr std::size_t kNameLimit = 70;
constexpr std::size_t kTextLimit = 140;

Error wrong(std::uint64_t row, const std::string& what) { return invalid("payment.malformed", (row > 0 ? "row " + std::to_string(row) + ": " : "") + what); }

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Result<void> checkText(std::uint64_t row, const char* field, const std::string& text, std::size_t limit, bool required)
{
    if (text.empty() && required)
        return wrong(row, std::string(field) + " is missing");
    if (characters(text) > limit)
        return wrong(row, std::string(field) + " has more than " + std::to_string(limit) + " characters; shorten it");
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return wrong(row, std::string(field) + " holds a control character");
    return {};
}

void put(pugi::xml_node parent, const char* name, const std::string& text) { parent.append_child(name).text().set(text.c_str()); }

void putAgent(pugi::xml_node parent, const char* name, const std::string& bic, PainVersion version)
{
    auto institution = parent.append_child(name).append_child("FinInstnId");
    if (bic.empty())
        put(institution.append_child("Othr"), "Id", "NOTPROVIDED");
    else
        put(institution, version == PainVersion::V03 ? "BIC" : "BICFI", bic);
}

Result<void> check(const PaymentOrder& order)
{
    if (order.payments.empty())
        return invalid("payment.empty", "there is no payment to write");
    if (auto text = checkText(0, "the message id", order.messageId, kIdLimit, true); !text)
        return text;
    if (auto text = checkText(0, "the debtor's name", order.debtorName, kNameLimit, true); !text)
        return text;
    if (!parseIban(order.debtorIban))
        return wrong(0, "the debtor's IBAN \"" + order.debtorIban.substr(0, 40) + "\" is wrong (its check digits do not fit)");
    if (!order.debtorBic.empty() && !parseBic(order.debtorBic))
        return wrong(0, "the debtor's BIC \"" + order.debtorBic.substr(0, 20) + "\" is wrong");
    std::set<std::string> ids;
    for (const auto& payment : order.payments) {
        if (auto text = checkText(payment.row, "reference", payment.endToEndId, kIdLimit, true); !text)
            return text;
        if (!ids.insert(payment.endToEndId).second)
            return wrong(payment.row, "the reference " + payment.endToEndId + " stands there twice; the bank's answer could not be told apart");
        if (auto text = checkText(payment.row, "name", payment.name, kNameLimit, true); !text)
            return text;
        if (auto text = checkText(payment.row, "text", payment.text, kTextLimit, false); !text)
            return text;
        if (!parseIban(payment.iban))
            return wrong(payment.row, "the IBAN \"" + payment.iban.substr(0, 40) + "\" is wrong (its check digits do not fit)");
        if (!payment.bic.empty() && !parseBic(payment.bic))
            return wrong(payment.row, "the BIC \"" + payment.bic.substr(0, 20) + "\" is wrong");
        if (payment.amount.minor() <= 0)
            return wrong(payment.row, "the amount must be more than zero");
    }
    return {};
}

} // namespace

Result<std::vector<Payment>> readPayments(std::string_view csv)
{
    MemorySource source(csv);
    CsvReader reader(source, {sniffDelimiter(csv.substr(0, 65'536)), '"'});
    constexpr const char* kColumns[] = {"name", "iban", "amount", "bic", "currency", "reference", "text"};
    int columns[7] = {-1, -1, -1, -1, -1, -1, -1};
    std::vector<Payment> payments;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto fields = reader.fields();
        if (reader.row() == 1) {
            for (std::size_t i = 0; i < fields.size(); ++i)
                for (std::size_t role = 0; role < 7; ++role)
                    if (normalisedHeading(fields[i]) == kColumns[role])
                        columns[role] = static_cast<int>(i);
            for (std::size_t role = 0; role < 3; ++role)
                if (columns[role] < 0)
                    return wrong(1, std::string("the header lacks the column ") + kColumns[role] + " (name, iban, amount; and bic, currency, reference, text)");
            continue;
        }
        const auto field = [&](std::size_t role) {
            return columns[role] >= 0 && static_cast<std::size_t>(columns[role]) < fields.size() ? trimmed(fields[static_cast<std::size_t>(columns[role])]) : std::string();
        };
        if (reader.flaw() != CsvFlaw::None)
            return wrong(reader.row(), "the quotes of the row do not fit together");
        Payment payment;
        payment.row = reader.row();
        payment.name = field(0);
        payment.bic = parseBic(field(3)).value_or(field(3));
        payment.iban = parseIban(field(1)).value_or(field(1));
        payment.endToEndId = field(5).empty() ? "P" + std::to_string(reader.row() - 1) : field(5);
        payment.text = field(6);
        const auto currency = Currency::parse(field(4).empty() ? "EUR" : field(4));
        if (!currency)
            return wrong(reader.row(), "the currency \"" + field(4).substr(0, 12) + "\" is not known");
        ExactAmount amount;
        const auto fault = readAmount(field(2), styleOf(field(2), {'.', 0}), amount);
        const auto money = fault == AmountFault::None ? amount.toMoney(*currency) : std::nullopt;
        if (!money)
            return wrong(reader.row(), fault == AmountFault::None ? "the amount has more decimals than " + currency->code() : explain(fault, field(2)));
        payment.amount = *money;
        payments.push_back(std::move(payment));
    }
    return payments;
}

std::string controlSum(const std::vector<Payment>& payments)
{
    ExactAmount sum;
    for (const auto& payment : payments)
        sum += ExactAmount::of(payment.amount);
    return sum.text(2);
}

Result<std::string> painDocument(const PaymentOrder& order, PainVersion version)
{
    if (const auto checked = check(order); !checked)
        return checked.error();
    const std::string name = version == PainVersion::V03 ? "pain.001.001.03" : "pain.001.001.09";
    const std::string count = std::to_string(order.payments.size());
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("Document");
    root.append_attribute("xmlns") = ("urn:iso:std:iso:20022:tech:xsd:" + name).c_str();
    auto message = root.append_child("CstmrCdtTrfInitn");
    auto header = message.append_child("GrpHdr");
    put(header, "MsgId", order.messageId);
    put(header, "CreDtTm", isoUtc(order.created));
    put(header, "NbOfTxs", count);
    put(header, "CtrlSum", controlSum(order.payments));
    put(header.append_child("InitgPty"), "Nm", order.debtorName);
    auto information = message.append_child("PmtInf");
    put(information, "PmtInfId", order.messageId);
    put(information, "PmtMtd", "TRF");
    put(information, "NbOfTxs", count);
    put(information, "CtrlSum", controlSum(order.payments));
    const bool euro = std::all_of(order.payments.begin(), order.payments.end(), [](const Payment& payment) { return payment.amount.currency().code() == "EUR"; });
    if (euro)
        put(information.append_child("PmtTpInf").append_child("SvcLvl"), "Cd", "SEPA");
    if (version == PainVersion::V03)
        put(information, "ReqdExctnDt", order.execution.text());
    else
        put(information.append_child("ReqdExctnDt"), "Dt", order.execution.text());
    put(information.append_child("Dbtr"), "Nm", order.debtorName);
    put(information.append_child("DbtrAcct").append_child("Id"), "IBAN", *parseIban(order.debtorIban));
    putAgent(information, "DbtrAgt", order.debtorBic, version);
    put(information, "ChrgBr", euro ? "SLEV" : "SHAR");
    for (const auto& payment : order.payments) {
        auto transaction = information.append_child("CdtTrfTxInf");
        put(transaction.append_child("PmtId"), "EndToEndId", payment.endToEndId);
        auto amount = transaction.append_child("Amt").append_child("InstdAmt");
        amount.append_attribute("Ccy") = payment.amount.currency().code().c_str();
        amount.text().set(payment.amount.text().c_str());
        if (!payment.bic.empty())
            putAgent(transaction, "CdtrAgt", payment.bic, version);
        put(transaction.append_child("Cdtr"), "Nm", payment.name);
        put(transaction.append_child("CdtrAcct").append_child("Id"), "IBAN", *parseIban(payment.iban));
        if (!payment.text.empty())
            put(transaction.append_child("RmtInf"), "Ustrd", payment.text);
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

Result<PaymentStatusReport> parsePaymentStatus(std::string text)
{
    const auto xml = XmlText::parse(std::move(text));
    if (!xml)
        return xml.error();
    const auto message = findBelow((*xml)->root(), "CstmrPmtStsRpt", 6);
    if (!message)
        return invalid("payment.status-malformed", "line 1: the document <" + std::string((*xml)->root().name()).substr(0, 40) + "> is no payment status report (pain.002)");
    PaymentStatusReport report;
    report.format = "pain.002";
    const std::string_view space = (*xml)->root().attribute("xmlns").value();
    if (const std::size_t at = space.find("pain.002"); at != std::string_view::npos)
        report.format = std::string(space.substr(at, 15));
    const auto group = childOf(message, "OrgnlGrpInfAndSts");
    if (!group)
        return invalid("payment.status-malformed", "line " + std::to_string((*xml)->place(message).line) + ": the report does not say which order it is about (OrgnlGrpInfAndSts)");
    report.messageId = textAt(group, {"OrgnlMsgId"});
    report.groupStatus = textAt(group, {"GrpSts"});
    report.reasonCode = textAt(group, {"StsRsnInf", "Rsn", "Cd"});
    report.reason = textAt(group, {"StsRsnInf", "AddtlInf"});
    for (const auto& information : message.children()) {
        if (localName(information.name()) != "OrgnlPmtInfAndSts")
            continue;
        if (report.groupStatus.empty())
            report.groupStatus = textAt(information, {"PmtInfSts"});
        for (const auto& transaction : information.children()) {
            if (localName(transaction.name()) != "TxInfAndSts")
                continue;
            PaymentStatus status;
            status.endToEndId = textAt(transaction, {"OrgnlEndToEndId"});
            status.status = textAt(transaction, {"TxSts"});
            status.reasonCode = textAt(transaction, {"StsRsnInf", "Rsn", "Cd"});
            if (status.reasonCode.empty())
                status.reasonCode = textAt(transaction, {"StsRsnInf", "Rsn", "Prtry"});
            status.reason = textAt(transaction, {"StsRsnInf", "AddtlInf"});
            status.line = (*xml)->place(transaction).line;
            report.payments.push_back(std::move(status));
        }
    }
    return report;
}

} // namespace rialto::integration
