// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/book_session.h"

#include "market/import_log.h"

namespace rialto {

Result<std::unique_ptr<market::ImportLog>> BookSession::openImports() { return unavailable("storage.read-only", directory() + " keeps no log of imports"); }
Result<std::string> BookSession::exportAudit(const std::string&) { return notFound("storage.audit-empty", directory()); }
Result<std::optional<std::int64_t>> BookSession::firstAlteredFact() { return notFound("storage.audit-empty", directory()); }
Result<std::vector<std::string>> BookSession::auditLines(int) { return notFound("storage.audit-empty", directory()); }
Result<void> BookSession::unlock(const Credentials&) { return {}; }

Result<std::vector<BackupEntry>> BookOpener::backUp(const BookOptions& book, const std::string&, const std::string&) { return notFound("storage.no-book", book.directory); }
bool BookOpener::isProtected(const std::string&) const { return false; }
Result<void> BookOpener::lockScreens(const std::string& directory) { return notFound("security.not-protected", directory); }
Result<void> BookOpener::protect(const BookOptions& book, const SecurityDesk::NewUser&, const std::string&) { return notFound("storage.no-book", book.directory); }
Result<std::vector<BackupEntry>> BookOpener::restore(const std::string& file, const std::string&, const std::string&) { return notFound("storage.no-file", file); }

} // namespace rialto
