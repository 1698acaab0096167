// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/xlsx_table.h"

#include "domain/date.h"
#include "domain/decimal.h"
#include "integration/text_rows.h"
#include "integration/xml_tree.h"

#include <algorithm>

namespace rialto::integration {

namespace xlsx {
namespace {

constexpr std::size_t kMaxColumns = 1024;

const ZipMember* find(const ZipArchive& archive, std::string_view name)
{
    for (const auto& member : archive.members())
        if (member.name == name)
            return &member;
    return nullptr;
}

bool dateFormat(std::string_view code)
{
    bool quoted = false;
    bool bracket = false;
    for (const char c : code) {
        if (c == '"')
            quoted = !quoted;
        else if (c == '[')
            bracket = true;
        else if (c == ']')
            bracket = false;
        else if (!quoted && !bracket && (c == 'y' || c == 'd' || c == 'm' || c == 'h' || c == 's'))
            return true;
    }
    return false;
}

/// Which cell styles mean dates.
std::vector<bool> dateStyles(const XmlNode& styles)
{
    std::vector<std::pair<std::int64_t, bool>> own;
    if (const XmlNode* formats = styles.child("numFmts"))
        for (const auto& each : formats->children)
            own.emplace_back(wholeNumber(each.attribute("numFmtId")).value_or(-1), dateFormat(each.attribute("formatCode")));
    std::vector<bool> out;
    if (const XmlNode* cells = styles.child("cellXfs"))
        for (const auto& each : cells->children) {
            const auto id = wholeNumber(each.attribute("numFmtId")).value_or(0);
            bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
            for (const auto& [known, isDate] : own)
                if (known == id)
                    date = isDate;
            out.push_back(date);
        }
    return out;
}

std::string textOf(const XmlNode& node)
{
    if (const XmlNode* plain = node.child("t"))
        return plain->text();
    std::string out;
    for (const auto& run : node.children)
        if (run.name == "r")
            out += run.childText("t");
    return out;
}

/// "AB12" is column 27.
std::size_t columnOf(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > kMaxColumns)
            break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    return column == 0 ? kMaxColumns : column - 1;
}

std::string dateText(const std::string& serial, bool from1904)
{
    const auto value = Decimal::parse(serial);
    if (!value)
        return serial;
    const auto days = value->dividedBy(Decimal::of(1), 0, Rounding::Floor);
    const auto seconds = days ? value->minus(*days) : std::nullopt;
    const auto rounded = seconds ? seconds->times(Decimal::of(86'400)) : std::nullopt;
    if (!days || days->units() < 0 || days->units() > 2'958'465)
        return serial;
    // Day 60 of the 1900 system is a 29 February that never was.
    const auto day = static_cast<std::int32_t>(days->units());
    const Date date = from1904 ? Date::of(1904, 1, 1) + day : Date::of(1899, 12, 30) + (day < 60 ? day + 1 : day);
    const auto whole = rounded ? rounded->dividedBy(Decimal::of(1), 0, Rounding::HalfEven) : std::nullopt;
    if (!whole || whole->isZero())
        return date.text();
    const auto at = whole->units() % 86'400;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return date.text() + " " + two(at / 3600) + ":" + two(at / 60 % 60) + ":" + two(at % 60);
}

std::string csvCell(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

} // namespace
} // namespace xlsx

bool isWorkbook(const ZipArchive& archive) { return xlsx::find(archive, "xl/workbook.xml") != nullptr; }

Result<SheetTable> workbookTable(const ZipArchive& archive)
{
    using namespace xlsx;
    const auto part = [&](std::string_view name) -> Result<std::string> {
        const ZipMember* member = find(archive, name);
        return member == nullptr ? Result<std::string>(std::string()) : archive.read(*member);
    };
    const auto bookText = part("xl/workbook.xml");
    const auto relationText = part("xl/_rels/workbook.xml.rels");
    const auto sharedText = part("xl/sharedStrings.xml");
    const auto styleText = part("xl/styles.xml");
    for (const auto* each : {&bookText, &relationText, &sharedText, &styleText})
        if (!*each)
            return each->error();
    const auto book = parseXml(*bookText);
    if (!book)
        return book.error();
    bool from1904 = false;
    if (const XmlNode* properties = book->root.child("workbookPr"))
        from1904 = properties->attribute("date1904") == "1" || properties->attribute("date1904") == "true";
    std::vector<std::string> shared;
    if (!sharedText->empty()) {
        const auto tree = parseXml(*sharedText);
        if (!tree)
            return tree.error();
        for (const auto& each : tree->root.children)
            shared.push_back(textOf(each));
    }
    std::vector<bool> dates;
    if (!styleText->empty()) {
        const auto tree = parseXml(*styleText);
        if (!tree)
            return tree.error();
        dates = dateStyles(tree->root);
    }
    std::vector<std::pair<std::string, std::string>> sheets; // name, path
    const auto relations = relationText->empty() ? Result<XmlTree>(XmlTree()) : parseXml(*relationText);
    if (const XmlNode* list = book->root.child("sheets"))
        for (const auto& sheet : list->children) {
            std::string target;
            if (relations)
                for (const auto& relation : relations->root.children)
                    if (relation.attribute("Id") == sheet.attribute("id", true))
                        target = relation.attribute("Target");
            if (target.starts_with("/"))
                target.erase(0, 1);
            else if (!target.empty())
                target = "xl/" + target;
            sheets.emplace_back(std::string(sheet.attribute("name")), target);
        }
    for (const auto& [name, path] : sheets) {
        const auto text = part(path);
        if (!text)
            return text.error();
        if (text->empty())
            continue;
        const auto tree = parseXml(*text);
        if (!tree)
            return tree.error();
        const XmlNode* data = tree->root.child("sheetData");
        if (tree->flaws > 0 || data == nullptr)
            return corrupt("import.xlsx-damaged", "the sheet " + name + " is damaged: " + tree->firstFlaw);
        SheetTable out{name, {}};
        for (const auto& row : data->children) {
            std::vector<std::string> cells;
            for (const auto& cell : row.children) {
                const std::size_t column = cell.hasAttribute("r") ? columnOf(cell.attribute("r")) : cells.size();
                if (column >= kMaxColumns)
                    continue;
                if (cells.size() <= column)
                    cells.resize(column + 1);
                const auto type = cell.attribute("t");
                std::string value = type == "inlineStr" ? (cell.child("is") == nullptr ? std::string() : textOf(*cell.child("is"))) : cell.childText("v");
                if (type == "s") {
                    const auto index = wholeNumber(value);
                    value = index && *index >= 0 && static_cast<std::size_t>(*index) < shared.size() ? shared[static_cast<std::size_t>(*index)] : std::string();
                } else if (type.empty() || type == "n") {
                    const auto style = wholeNumber(cell.attribute("s"));
                    if (style && *style >= 0 && static_cast<std::size_t>(*style) < dates.size() && dates[static_cast<std::size_t>(*style)] && !value.empty())
                        value = dateText(value, from1904);
                }
                cells[column] = std::move(value);
            }
            if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); }))
                continue;
            for (std::size_t i = 0; i < cells.size(); ++i)
                out.csv += (i == 0 ? "" : ",") + csvCell(cells[i]);
            out.csv += '\n';
        }
        if (!out.csv.empty())
            return out;
    }
    return invalid("import.no-rows", "the workbook has no sheet with rows");
}

} // namespace rialto::integration
