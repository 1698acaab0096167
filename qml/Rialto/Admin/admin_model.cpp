// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_model.h"

#include "admin_words.h"

#include "Feed/messages.h"
#include "security/password_policy.h"
#include "security/sealed_stream.h"
#include "security/totp.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace rialto::admin {

namespace {

constexpr int kClipboardMillis = 10'000;
constexpr int kAuditLines = 2000;

/// A password on its way to the worker, wiped when the last one lets go.
std::shared_ptr<std::string> secret(const QString& text)
{
    return {new std::string(bytesOf(text)), [](std::string* bytes) {
                security::wipe(*bytes);
                delete bytes;
            }};
}

std::optional<std::int64_t> wholeNumber(const QString& text, bool& good)
{
    const QString digits = text.trimmed().remove(QLatin1Char(','));
    if (digits.isEmpty())
        return std::nullopt;
    bool number = false;
    const qlonglong value = digits.toLongLong(&number);
    good = good && number && value >= 0;
    return value;
}

} // namespace

struct AdminModel::Lists {
    std::vector<security::User> users;
    std::vector<security::LoginSession> sessions;
    std::vector<security::Approval> approvals;
    security::FourEyesPolicy policy;
    std::vector<std::string> audit;

    /// What may not be read stays empty.
    void read(BookSession& session)
    {
        if (SecurityDesk* desk = session.security()) {
            if (auto read = desk->users())
                users = std::move(*read);
            if (auto read = desk->sessions())
                sessions = std::move(*read);
            if (auto read = desk->approvals())
                approvals = std::move(*read);
            if (auto read = desk->policy())
                policy = *read;
        }
        if (auto lines = session.auditLines(kAuditLines))
            audit = std::move(*lines);
    }
};

AdminModel::AdminModel(Feed& feed, BookSession* session, Protect protect, QObject* parent)
    : QObject(parent), m_feed(feed), m_session(session), m_protect(std::move(protect)), m_users("AdminTable", words::userColumns()), m_sessions("AdminTable", words::sessionColumns()),
      m_approvals("AdminTable", words::approvalColumns()), m_audit("AdminTable", words::auditColumns()), m_clients("AdminTable", words::clientColumns())
{
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, &AdminModel::hide);
    m_clipboard.setSingleShot(true);
    connect(&m_clipboard, &QTimer::timeout, this, [this] {
        if (QGuiApplication::clipboard()->text() == m_copied)
            QGuiApplication::clipboard()->clear();
        m_copied.clear();
    });
    connect(&feed, &Feed::bookChanged, this, [this] { showClients(); });
    connect(&feed, &Feed::languageChanged, this, [this] {
        if (m_shown)
            show(*m_shown);
        showClients();
        emit changed();
    });
    showClients();
}

AdminModel::~AdminModel()
{
    if (m_clipboard.isActive() && QGuiApplication::clipboard()->text() == m_copied)
        QGuiApplication::clipboard()->clear();
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

QString AdminModel::place() const { return m_session != nullptr ? QString::fromStdString(m_session->directory()) : QString(); }

QString AdminModel::who() const
{
    const auto principal = m_feed.services().principal();
    if (principal->implicit)
        return tr("One local user, without a lock");
    return tr("%1, %2").arg(QString::fromStdString(principal->user), words::role(principal->role));
}

QStringList AdminModel::roles() const
{
    QStringList list;
    for (const auto role : security::kRoles)
        list << words::role(role);
    return list;
}

QStringList AdminModel::roleNotes() const
{
    QStringList list;
    for (const auto role : security::kRoles)
        list << words::note(role);
    return list;
}

QString AdminModel::ordersFrom() const { return m_policy.ordersFrom ? QString::number(*m_policy.ordersFrom) : QString(); }
QString AdminModel::withdrawalsFrom() const { return m_policy.withdrawalsFrom ? QString::number(*m_policy.withdrawalsFrom) : QString(); }

QString AdminModel::wallTime(Timestamp time) const
{
    if (time.nanos == 0)
        return Format::none();
    return QDateTime::fromMSecsSinceEpoch(time.nanos / kNanosPerMilli).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void AdminModel::say(const QString& success)
{
    m_success = success;
    m_failure.clear();
    emit changed();
}

void AdminModel::complain(const QString& failure)
{
    m_failure = failure;
    m_success.clear();
    emit changed();
}

void AdminModel::work(std::function<Result<void>()> job, std::function<void()> done)
{
    if (busy() || m_session == nullptr)
        return;
    m_failure.clear();
    m_success.clear();
    struct Outcome {
        Result<void> result;
        Lists lists;
    };
    auto outcome = std::make_shared<Outcome>();
    m_worker = QThread::create([outcome, session = m_session, job = std::move(job)] {
        outcome->result = job();
        outcome->lists.read(*session);
    });
    connect(m_worker, &QThread::finished, this, [this, outcome, done = std::move(done)] {
        delete std::exchange(m_worker, nullptr);
        m_shown = std::shared_ptr<Lists>(outcome, &outcome->lists);
        show(*m_shown);
        if (!outcome->result)
            complain(message(outcome->result.error()));
        else if (done)
            done();
        emit changed();
        emit finished();
    });
    m_worker->start();
    emit changed();
}

void AdminModel::refresh()
{
    work([] { return Result<void>(); });
}

void AdminModel::show(const Lists& lists)
{
    std::vector<ListRow> rows;
    for (const auto& user : lists.users)
        rows.push_back(words::row(user, wallTime(user.passwordSet)));
    m_users.setRows(std::exchange(rows, {}));
    for (const auto& session : lists.sessions)
        rows.push_back(words::row(session, wallTime(session.started), session.ended ? wallTime(*session.ended) : QString()));
    m_sessions.setRows(std::exchange(rows, {}));
    m_waiting = 0;
    for (const auto& approval : lists.approvals) {
        m_waiting += approval.state == security::ApprovalState::Waiting ? 1 : 0;
        rows.push_back(words::row(approval, wallTime(approval.requested)));
    }
    m_approvals.setRows(std::exchange(rows, {}));
    for (auto line = lists.audit.rbegin(); line != lists.audit.rend(); ++line)
        if (auto row = words::auditRow(*line))
            rows.push_back(std::move(*row));
    m_audit.setRows(std::move(rows));
    m_policy = lists.policy;
}

void AdminModel::showClients()
{
    std::vector<ListRow> rows;
    if (const auto& book = m_feed.book())
        for (const Client& client : book->clients)
            rows.push_back({QString::number(client.id.value), {QString::fromStdString(client.number), QString::fromStdString(client.name), QString::fromStdString(client.nameZh)}, {}, {}});
    m_clients.setRows(std::move(rows));
}

Result<std::vector<ClientId>> AdminModel::clientsNamed(const QString& numbers) const
{
    std::vector<ClientId> ids;
    for (const QString& number : numbers.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const std::string wanted = number.trimmed().toStdString();
        const auto& all = m_feed.book()->clients;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Client& client) { return client.number == wanted; });
        if (found == all.end())
            return notFound("services.client-unknown", wanted);
        ids.push_back(found->id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void AdminModel::protect(const QString& user, const QString& display, const QString& password, const QString& again)
{
    SecurityDesk::NewUser admin;
    admin.name = user.trimmed().toStdString();
    admin.display = display.trimmed().toStdString();
    admin.role = security::Role::Admin;
    const auto bytes = secret(password);
    if (const auto good = security::checkUserName(admin.name); !good)
        return complain(message(good.error()));
    if (const auto good = security::checkNewPassword(*bytes, false, {admin.name, admin.display}); !good)
        return complain(message(good.error()));
    if (password != again)
        return complain(tr("The two passwords are not the same."));
    if (canProtect())
        m_protect(admin, *bytes);
}

void AdminModel::addUser(const QString& user, const QString& display, int role, const QString& clients, const QString& password)
{
    const auto scope = clientsNamed(clients);
    if (!scope)
        return complain(message(scope.error()));
    SecurityDesk::NewUser asked;
    asked.name = user.trimmed().toStdString();
    asked.display = display.trimmed().toStdString();
    asked.role = security::kRoles[std::size_t(qBound(0, role, int(security::kRoles.size()) - 1))];
    asked.everyClient = scope->empty();
    asked.clients = *scope;
    work([desk = desk(), asked, bytes = secret(password)] { return desk != nullptr ? desk->addUser(asked, *bytes) : Result<void>(refused("security.not-protected", "")); },
        [this, user] { say(tr("%1 is in the book.").arg(user.trimmed())); });
}

void AdminModel::setRole(int row, int role, const QString& clients)
{
    const auto scope = clientsNamed(clients);
    if (!scope)
        return complain(message(scope.error()));
    const QString user = m_users.idOf(row);
    if (user.isEmpty() || desk() == nullptr)
        return;
    const auto chosen = security::kRoles[std::size_t(qBound(0, role, int(security::kRoles.size()) - 1))];
    work([desk = desk(), name = user.toStdString(), chosen, scope = *scope] { return desk->setRole(name, chosen, scope.empty(), scope); }, [this, user] { say(tr("The role of %1 is changed.").arg(user)); });
}

void AdminModel::disable(int row)
{
    const QString user = m_users.idOf(row);
    if (user.isEmpty() || desk() == nullptr)
        return;
    work([desk = desk(), name = user.toStdString()] { return desk->disable(name); }, [this, user] { say(tr("%1 is shut out.").arg(user)); });
}

void AdminModel::setPassword(int row, const QString& password)
{
    const QString user = m_users.idOf(row);
    if (user.isEmpty() || desk() == nullptr)
        return;
    const auto& all = m_shown->users;
    const auto known = std::find_if(all.begin(), all.end(), [&](const security::User& each) { return each.name == user.toStdString(); });
    const bool out = known != all.end() && known->disabled;
    work([desk = desk(), name = user.toStdString(), out, bytes = secret(password)] { return out ? desk->enable(name, *bytes) : desk->resetPassword(name, *bytes); },
        [this, user] { say(tr("%1 has a new password.").arg(user)); });
}

void AdminModel::changeOwnPassword(const QString& old, const QString& password, const QString& again)
{
    if (password != again)
        return complain(tr("The two passwords are not the same."));
    if (desk() != nullptr)
        work([desk = desk(), was = secret(old), bytes = secret(password)] { return desk->changeOwnPassword(*was, *bytes); }, [this] { say(tr("Your password is changed.")); });
}

void AdminModel::beginFactor()
{
    if (desk() == nullptr)
        return;
    auto made = std::make_shared<std::string>();
    work(
        [desk = desk(), made]() -> Result<void> {
            auto begun = desk->beginSecondFactor();
            if (!begun)
                return begun.error();
            *made = security::toBase32(*begun);
            return {};
        },
        [this, made] {
            m_factor = QString::fromStdString(*made);
            security::wipe(*made);
            m_recoveryCodes.clear();
        });
}

void AdminModel::confirmFactor(const QString& code)
{
    if (desk() == nullptr)
        return;
    auto made = std::make_shared<std::vector<std::string>>();
    work(
        [desk = desk(), made, code = code.trimmed().toStdString()]() -> Result<void> {
            auto codes = desk->confirmSecondFactor(code);
            if (!codes)
                return codes.error();
            *made = std::move(*codes);
            return {};
        },
        [this, made] {
            m_factor.clear();
            for (auto& each : *made) {
                m_recoveryCodes << QString::fromStdString(each);
                security::wipe(each);
            }
            say(tr("The second factor counts from now on. Keep the recovery codes; they are shown once."));
        });
}

void AdminModel::copySecret(const QString& text)
{
    m_copied = text;
    QGuiApplication::clipboard()->setText(text);
    m_clipboard.start(kClipboardMillis);
    say(tr("Copied; the clipboard is cleared after ten seconds."));
}

void AdminModel::decide(int row, bool approve, const QString& remark)
{
    const QString id = m_approvals.idOf(row);
    if (id.isEmpty())
        return;
    m_feed.services().decideApproval(id.toLongLong(), approve, remark.toStdString(), [self = QPointer<AdminModel>(this), feed = &m_feed, approve](const Result<Reply>& reply) {
        feed->inGuiThread([self, reply, approve] {
            if (!self)
                return;
            self->refresh();
            if (!reply)
                self->complain(message(reply.error()));
            else if (!reply->accepted && !reply->refusals.empty())
                self->complain(message(reply->refusals.front()));
            else
                self->say(approve ? tr("Approved and carried out.") : tr("Refused."));
        });
    });
}

void AdminModel::setPolicy(const QString& ordersFrom, const QString& withdrawalsFrom, bool clientChanges)
{
    bool good = true;
    security::FourEyesPolicy policy;
    policy.ordersFrom = wholeNumber(ordersFrom, good);
    policy.withdrawalsFrom = wholeNumber(withdrawalsFrom, good);
    policy.clientChanges = clientChanges;
    if (!good)
        return complain(tr("An amount is a whole number; empty: never."));
    if (desk() != nullptr)
        work([desk = desk(), policy] { return desk->setPolicy(policy); }, [this] { say(tr("The policy is in force.")); });
}

} // namespace rialto::admin
