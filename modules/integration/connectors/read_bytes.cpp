// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/read_bytes.h"

#include "integration/connectors/text_decoders.h"
#include "integration/table_check.h"
#include "integration/text_rows.h"

#include <algorithm>

namespace rialto::integration::anyfile {

namespace {

std::string latin1ToUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0 | (u >> 6));
            out += static_cast<char>(0x80 | (u & 0x3F));
        }
    }
    return out;
}

struct Text {
    std::string decoded;      // when the bytes were not UTF-8
    std::string_view text;
    std::string encoding = "utf-8";
    bool binary = false;
    Error why = invalid("import.encoding-unknown");
};

Result<Text> textOf(std::string_view bytes, const ImportOptions& options)
{
    Text out;
    out.text = bytes;
    const std::string declared = xmlDeclaredEncoding(bytes.substr(0, 400));
    auto guess = guessEncoding(bytes, true);
    if (options.encoding)
        guess = EncodingGuess{*options.encoding, guess && guess->encoding == *options.encoding ? guess->markBytes : 0};
    const bool western = declared == "iso-8859-1" || declared == "windows-1252" || declared == "latin1" || declared == "iso-8859-15";
    if (western && invalidUtf8At(bytes, true) != std::string_view::npos) {
        out.decoded = latin1ToUtf8(bytes);
        out.text = out.decoded;
        out.encoding = "iso-8859-1";
        return out;
    }
    if (!guess || bytes.substr(0, 4096).find('\0') != std::string_view::npos) {
        if (!guess)
            out.why = guess.error();
        if (!guess || guess->encoding == Encoding::Utf8) {
            out.binary = true;
            out.encoding = "binary";
            return out;
        }
    }
    out.encoding = name(guess->encoding);
    out.text.remove_prefix(std::min(guess->markBytes, out.text.size()));
    if (guess->encoding == Encoding::Utf8)
        return out;
    auto decoder = makeSystemDecoder(guess->encoding);
    if (!decoder)
        return decoder.error();
    if (auto done = (*decoder)->decode(out.text, true, out.decoded); !done)
        return done.error();
    out.text = out.decoded;
    return out;
}

bool severalJsonLines(std::string_view text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos || end > (std::size_t{4} << 20))
        return false;
    const std::string_view rest = trimSpaces(text.substr(end, 4096));
    return !rest.empty() && rest.front() == '{' && parseJson(trimSpaces(text.substr(0, end))).ok();
}

const Connector* best(const Payload& payload, const std::vector<Connector>& connectors)
{
    const Connector* found = nullptr;
    int score = 0;
    for (const auto& each : connectors)
        if (const int mine = each.recognise(payload); mine > score) {
            score = mine;
            found = &each;
        }
    return found;
}

} // namespace

Error named(const Error& error, const std::string& file)
{
    if (error.detail.find(file) != std::string::npos)
        return error;
    return {error.kind, error.code, file + ": " + error.detail};
}

Result<Harvest> readOne(std::string_view bytes, const ImportOptions& options, const std::string& folder, const std::string& archive)
{
    if (trimSpaces(bytes.substr(0, 4096)).empty())
        return invalid("import.empty", options.fileName + " is empty");
    auto text = textOf(bytes, options);
    if (!text)
        return named(text.error(), options.fileName);
    Payload payload;
    payload.bytes = text->binary ? bytes : text->text;
    payload.fileName = options.fileName;
    payload.folder = folder;
    payload.archive = archive;
    payload.options = &options;
    JsonNode json;
    XmlTree xml;
    const std::string_view start = text->binary ? std::string_view() : trimSpaces(payload.bytes.substr(0, 4096));
    Error whyNot = invalid("import.unknown-format", options.fileName + ": no connector knows this file");
    if (!start.empty() && start.front() == '<') {
        const std::string low = lowerCase(payload.bytes.substr(0, 2000));
        if (low.find("<!doctype html") != std::string::npos || low.find("<html") != std::string::npos)
            if (auto page = refuseNonTableText(payload.bytes, options.fileName); !page)
                return page.error();
    }
    if (!start.empty() && start.front() == '<' && !lowerCase(start).starts_with("<ticker>") && !lowerCase(start).starts_with("<date>")) {
        auto tree = parseXml(payload.bytes);
        if (!tree)
            return named(tree.error(), options.fileName);
        xml = std::move(*tree);
        payload.xml = &xml;
        whyNot.detail = options.fileName + ": no connector knows an XML file of <" + std::string(xml.root.name.substr(0, 60)) + ">";
    } else if (!start.empty() && (start.front() == '{' || start.front() == '[') && !severalJsonLines(payload.bytes)) {
        auto tree = parseJson(payload.bytes);
        if (!tree)
            return named(tree.error(), options.fileName);
        json = std::move(*tree);
        payload.json = &json;
        std::string keys;
        for (std::size_t i = 0; i < json.keys.size() && i < 5; ++i)
            keys += (i == 0 ? " with " : ", ") + json.keys[i].substr(0, 40);
        whyNot.detail = options.fileName + ": no connector knows a JSON file" + keys;
    }
    static const std::vector<Connector> kConnectors = allConnectors();
    Harvest harvest;
    if (const Connector* connector = best(payload, kConnectors)) {
        harvest.format = connector->id;
        harvest.kind = connector->kind;
        harvest.encoding = text->encoding;
        if (auto done = connector->parse(payload, harvest); !done)
            return named(done.error(), options.fileName);
        harvest.settle();
        return harvest;
    }
    if (payload.json != nullptr || payload.xml != nullptr)
        return whyNot;
    if (auto table = refuseNonTable(bytes.substr(0, kHead), options.fileName); !table)
        return table.error();
    if (text->binary)
        return named(text->why, options.fileName);
    harvest.format = "table";
    harvest.kind = "bars";
    harvest.encoding = text->encoding;
    harvest.table = std::string(payload.bytes);
    return harvest;
}

} // namespace rialto::integration::anyfile
