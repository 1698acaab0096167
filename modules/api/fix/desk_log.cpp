// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fix/desk_log.h"

#include <filesystem>
#include <fstream>

namespace rialto::fix {

Result<std::unique_ptr<DeskLog>> DeskLog::open(const std::string& file, const std::function<void(const Line&)>& replay)
{
    std::uintmax_t whole = 0;
    {
        std::ifstream in(file, std::ios::binary);
        std::string text;
        while (std::getline(in, text)) {
            if (in.eof())
                break; // no line end: the program died while it wrote this
            whole += text.size() + 1;
            Line line;
            std::size_t at = 0;
            for (std::size_t tab = text.find('\t'); tab != std::string::npos; at = tab + 1, tab = text.find('\t', at))
                line.push_back(text.substr(at, tab - at));
            line.push_back(text.substr(at));
            replay(line);
        }
    }
    std::error_code trouble;
    if (std::filesystem::exists(file, trouble) && std::filesystem::file_size(file, trouble) > whole)
        std::filesystem::resize_file(file, whole, trouble);
    std::FILE* out = trouble ? nullptr : std::fopen(file.c_str(), "ab");
    if (out == nullptr)
        return unavailable("fix.desk-log", file);
    return std::unique_ptr<DeskLog>(new DeskLog(out));
}

bool DeskLog::append(const Line& line)
{
    std::string text;
    for (const auto& field : line)
        text += (text.empty() ? "" : "\t") + field;
    text += '\n';
    return std::fwrite(text.data(), 1, text.size(), m_file.get()) == text.size() && std::fflush(m_file.get()) == 0;
}

} // namespace rialto::fix
