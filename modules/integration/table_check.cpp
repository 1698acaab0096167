// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/table_check.h"

namespace rialto::integration {

namespace {

bool startsWith(std::string_view text, std::string_view word)
{
    if (text.size() < word.size())
        return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        if (c != word[i])
            return false;
    }
    return true;
}

std::string excerpt(std::string_view text)
{
    std::string out;
    for (const char c : text.substr(0, 40))
        out.push_back(c < ' ' && c >= 0 ? ' ' : c);
    // A cut character at the end would not be UTF-8.
    while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0x80U) != 0)
        out.pop_back();
    return out;
}

} // namespace

Result<void> refuseNonTable(std::string_view head, const std::string& file)
{
    if (head.empty())
        return invalid("import.empty", file + " is empty (0 bytes); download or export it again");
    struct Magic {
        std::string_view bytes;
        std::string_view what;
    };
    static constexpr Magic kMagics[] = {{"PK\x03\x04", "a zip archive or an Excel workbook; unpack it, or save the sheet as CSV"},
        {"\x1F\x8B", "compressed with gzip; unpack it first"}, {"\x28\xB5\x2F\xFD", "compressed with zstd; unpack it first"},
        {"\xD0\xCF\x11\xE0", "an old Excel workbook; save the sheet as CSV"}, {"%PDF", "a PDF document"}, {"SQLite format 3", "a database"}};
    for (const auto& magic : kMagics)
        if (head.substr(0, magic.bytes.size()) == magic.bytes)
            return invalid("import.binary", file + " is " + std::string(magic.what));
    const bool utf16 = head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF";
    const auto zero = head.find('\0');
    if (!utf16 && zero != std::string_view::npos)
        return invalid("import.binary", file + " holds a zero byte at offset " + std::to_string(zero)
                + ", so it is no text; a download that broke off can look like this: fetch it again");
    return {};
}

Result<void> refuseNonTableText(std::string_view text, const std::string& file)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return invalid("import.empty", file + " holds no row, only blank lines; download or export it again");
    text.remove_prefix(first);
    if (text.front() == '<')
        for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<!--", "<?xml", "<svg", "<table"})
            if (startsWith(text, tag))
                return invalid("import.html-page", file + " is a web page, not a table (it begins with \"" + excerpt(text)
                        + "\"); the site sent a page in place of the data, often because of a login, a limit or a robot check: open the address in a "
                          "browser and save the data itself");
    if (text.front() == '{' || (text.front() == '[' && text.substr(1).find_first_of("{[\"") == text.substr(1).find_first_not_of(" \t\r\n")))
        return invalid("import.json-not-table", file + " is JSON, not a table (it begins with \"" + excerpt(text) + "\"); export it as CSV");
    return {};
}

} // namespace rialto::integration
