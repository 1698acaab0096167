// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/json_file.h"

#include <fstream>
#include <iterator>

namespace rialto::cli {

namespace {
constexpr std::size_t kLargestFile = std::size_t{32} << 20U;

/// The parser keeps a stack of its own, but whoever destroys a deep document recurses.
bool tooDeep(const std::string& text)
{
    constexpr int kDeepest = 200;
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepest)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}
} // namespace

Result<nlohmann::ordered_json> readJsonFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return notFound("file.unreadable", path + ": cannot be opened");
    std::string text;
    std::string piece(std::size_t{1} << 16U, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        text.append(piece.data(), static_cast<std::size_t>(file.gcount()));
        if (text.size() > kLargestFile)
            return invalid("file.too_large", path + ": larger than 32 MiB");
    }
    if (tooDeep(text))
        return invalid("file.not_json", path + ": nested more than 200 deep");
    auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (json.is_discarded())
        return invalid("file.not_json", path + ": is not a JSON document");
    return json;
}

} // namespace rialto::cli
