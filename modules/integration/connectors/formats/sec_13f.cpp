// SPDX-License-Identifier: GPL-3.0-or-later
// SEC 13F information tables: one row is one holding of an institution.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace thirteenf {
namespace {

int recognise(const Payload& payload) { return payload.xml != nullptr && payload.xml->root.name == "informationTable" ? 95 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    std::uint64_t number = 0;
    for (const auto& row : payload.xml->root.children) {
        if (row.name != "infoTable")
            continue;
        ++number;
        const XmlNode* amount = row.child("shrsOrPrnAmt");
        const std::string cusip = row.childText("cusip");
        const std::string worth = row.childText("value");
        const std::string shares = amount == nullptr ? std::string() : amount->childText("sshPrnamt");
        if (cusip.size() != 9) {
            harvest.reject(number, row.line, "cusip", "value-malformed", cusip);
            continue;
        }
        if (!Decimal::parse(worth) || !Decimal::parse(shares)) {
            harvest.reject(number, row.line, cusip, "value-malformed", worth + " " + shares);
            continue;
        }
        harvest.records.push_back({cusip, {{"issuer", row.childText("nameOfIssuer")}, {"class", row.childText("titleOfClass")}, {"figi", row.childText("figi")}, {"value", worth},
                                              {"shares", shares}, {"unit", amount->childText("sshPrnamtType")}, {"putCall", row.childText("putCall")}}});
        harvest.accept();
    }
    if (harvest.rowsRead == 0)
        return notFound("import.no-rows", payload.fileName + ": the information table is empty");
    return {};
}

} // namespace
} // namespace thirteenf

Connector sec13fConnector() { return {"sec-13f", "SEC 13F information table (XML)", "reference", thirteenf::recognise, thirteenf::parse}; }

} // namespace rialto::integration
