// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/file_source.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace rialto::integration {

namespace {

std::filesystem::path toPath(const std::string& utf8)
{
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

std::FILE* openForReading(const std::filesystem::path& path)
{
#ifdef _WIN32
    return _wfopen(path.c_str(), L"rb");
#else
    return std::fopen(path.c_str(), "rb");
#endif
}

} // namespace

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& path)
{
    std::error_code failure;
    const auto native = toPath(path);
    const auto status = std::filesystem::status(native, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return notFound("import.file-missing", path + " does not exist");
    if (std::filesystem::is_directory(status))
        return invalid("import.file-is-directory", path + " is a folder; name the files in it");
    std::unique_ptr<FileSource> source(new FileSource);
    source->m_path = path;
    source->m_file.reset(openForReading(native));
    if (!source->m_file)
        return unavailable("import.file-unreadable", path + " cannot be opened: " + std::generic_category().message(errno));
    std::setvbuf(source->m_file.get(), nullptr, _IONBF, 0); // readers ask for large pieces themselves
    const auto size = std::filesystem::file_size(native, failure);
    source->m_size = failure ? 0 : static_cast<std::uint64_t>(size);
    return source;
}

Result<std::size_t> FileSource::read(std::span<char> into)
{
    const std::size_t got = std::fread(into.data(), 1, into.size(), m_file.get());
    if (got == 0 && std::ferror(m_file.get()) != 0)
        return unavailable("import.file-unreadable", m_path + " cannot be read: " + std::generic_category().message(errno));
    return got;
}

std::string fileNameOf(const std::string& path)
{
    const auto name = toPath(path).filename().u8string();
    return {name.begin(), name.end()};
}

} // namespace rialto::integration
