// SPDX-License-Identifier: GPL-3.0-or-later
// Composition: the only place that names concrete stores and adapters. Opens a book directory (facts and bars in SQLite) on the
// living exchange, making a demo book when the directory holds none.
#pragma once

#include "broker_desk.h"
#include "services/book_session.h"

#include <string>

namespace rialto::app {

class Composition final : public BookOpener {
public:
    /// The session's services are not yet open: call `open` or `run` on them. Errors of the book are told by that call, except
    /// those of the directory itself (storage.locked, storage.no-book, ...), which come from here.
    Result<std::unique_ptr<BookSession>> prepare(const BookOptions& options);
    /// Prepared and opened in the caller's thread.
    Result<std::unique_ptr<BookSession>> open(const BookOptions& options) override;
    Result<std::vector<BackupEntry>> backUp(const BookOptions& book, const std::string& file, const std::string& password) override;
    Result<std::vector<BackupEntry>> restore(const std::string& file, const std::string& directory, const std::string& password) override;
    Result<void> lockScreens(const std::string& directory) override;
    bool isProtected(const std::string& directory) const override;
    Result<void> protect(const BookOptions& book, const SecurityDesk::NewUser& admin, const std::string& password) override;
    BrokerCatalogue* brokers() override { return &m_brokers; }

private:
    BrokerDesk m_brokers;
};

/// Where the demo book lies when nobody says otherwise: <user data>/rialto/demo.
std::string defaultBookDirectory();
/// The folder that these options mean.
std::string directoryOf(const BookOptions& options);
/// And the book of a replayed file.
std::string replayBookDirectory(const std::string& file);

} // namespace rialto::app
