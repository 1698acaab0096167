// SPDX-License-Identifier: GPL-3.0-or-later
// SEC ownership documents (forms 3, 4 and 5): one row is one transaction or holding of an insider; the filing is a document.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace ownership {
namespace {

int recognise(const Payload& payload) { return payload.xml != nullptr && payload.xml->root.name == "ownershipDocument" ? 95 : 0; }

std::string value(const XmlNode& node, std::string_view group, std::string_view name)
{
    const XmlNode* at = group.empty() ? &node : node.child(group);
    const XmlNode* found = at == nullptr ? nullptr : at->child(name);
    return found == nullptr ? std::string() : found->childText("value");
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const XmlNode& root = payload.xml->root;
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    const XmlNode* issuer = root.child("issuer");
    const XmlNode* owner = root.child("reportingOwner");
    if (issuer == nullptr || owner == nullptr)
        return invalid("import.fields-missing", payload.fileName + ": the ownership document names no issuer or no owner");
    const std::string symbol = issuer->childText("issuerTradingSymbol");
    const std::string who = owner->child("reportingOwnerId") == nullptr ? std::string() : owner->child("reportingOwnerId")->childText("rptOwnerName");
    std::string summary;
    for (const char* table : {"nonDerivativeTable", "derivativeTable"}) {
        const XmlNode* rows = root.child(table);
        if (rows == nullptr)
            continue;
        for (const auto& row : rows->children) {
            const bool transaction = row.name.ends_with("Transaction");
            const std::string date = value(row, {}, "transactionDate");
            const std::string shares = value(row, "transactionAmounts", "transactionShares");
            const std::string price = value(row, "transactionAmounts", "transactionPricePerShare");
            const std::string side = value(row, "transactionAmounts", "transactionAcquiredDisposedCode");
            const std::string code = row.child("transactionCoding") == nullptr ? std::string() : row.child("transactionCoding")->childText("transactionCode");
            const std::string after = value(row, "postTransactionAmounts", "sharesOwnedFollowingTransaction");
            if (transaction && !Date::parse(date)) {
                harvest.reject(0, row.line, std::string(row.name), "date-malformed", date);
                continue;
            }
            const std::string total = value(row, "transactionAmounts", "transactionTotalValue");
            if ((transaction && !Decimal::parse(shares) && !Decimal::parse(total)) || (!price.empty() && !Decimal::parse(price))) {
                harvest.reject(0, row.line, std::string(row.name), "value-malformed", shares + " at " + price);
                continue;
            }
            harvest.records.push_back({symbol + " insider", {{"owner", who}, {"security", value(row, {}, "securityTitle")}, {"date", date}, {"code", code}, {"side", side},
                                                                {"shares", shares}, {"price", price}, {"ownedAfter", after}}});
            if (transaction)
                summary += date + " " + code + " " + side + " " + shares + (price.empty() ? "" : " at " + price) + "; ";
            harvest.accept();
        }
    }
    research::Document document;
    document.kind = "filing";
    const std::string form = root.childText("documentType");
    document.title = issuer->childText("issuerName") + ": form " + form + ", " + who;
    document.summary = summary;
    document.author = who;
    document.publishedText = root.childText("periodOfReport");
    document.published = feedTime(document.publishedText);
    document.id = "ownership/" + issuer->childText("issuerCik") + "/" + form + "/" + document.publishedText + "/" + who;
    document.source = "sec";
    if (!symbol.empty())
        document.symbols.push_back(symbol);
    document.tags = {form, "insider"};
    harvest.documents.push_back(std::move(document));
    return {};
}

} // namespace
} // namespace ownership

Connector secOwnershipConnector() { return {"sec-ownership", "SEC forms 3, 4 and 5 (XML)", "documents", ownership::recognise, ownership::parse}; }

} // namespace rialto::integration
