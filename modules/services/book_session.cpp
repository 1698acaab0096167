// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/book_session.h"

namespace rialto {

Result<std::string> BookSession::exportAudit(const std::string&) { return notFound("storage.audit-empty", directory()); }
Result<std::optional<std::int64_t>> BookSession::firstAlteredFact() { return notFound("storage.audit-empty", directory()); }

} // namespace rialto
