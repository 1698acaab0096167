// SPDX-License-Identifier: GPL-3.0-or-later
// FileSource: the bytes of a file on disk. One owner, one thread.
// Errors: import.file-missing, import.file-unreadable, import.file-is-directory.
#pragma once

#include "integration/byte_source.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace rialto::integration {

class FileSource final : public ByteSource {
public:
    /// `path` in UTF-8.
    static Result<std::unique_ptr<FileSource>> open(const std::string& path);
    Result<std::size_t> read(std::span<char> into) override;
    std::uint64_t size() const { return m_size; }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string m_path;
    std::unique_ptr<std::FILE, Close> m_file;
    std::uint64_t m_size = 0;
};

/// The last part of a path.
std::string fileNameOf(const std::string& path);

} // namespace rialto::integration
