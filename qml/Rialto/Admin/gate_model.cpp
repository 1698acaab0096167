// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_model.h"

#include "Feed/messages.h"
#include "security/sealed_stream.h"

#include <QRegularExpression>

#include <utility>

namespace rialto::admin {

std::string bytesOf(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    std::string copy = bytes.toStdString();
    bytes.fill('\0');
    return copy;
}

GateModel::GateModel(QString place, Entry entry, QObject* parent) : QObject(parent), m_place(std::move(place)), m_entry(std::move(entry))
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &GateModel::countDown);
}

GateModel::~GateModel()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

void GateModel::setUser(const QString& user)
{
    m_user = user;
    emit changed();
}

QString GateModel::failure() const
{
    if (m_wait > 0)
        return tr("After wrong passwords there is a wait: %1 s. Or ask an admin to set a new password.").arg(m_wait);
    return m_failure ? message(*m_failure) : QString();
}

QString GateModel::sealing() { return tr("Putting the lock on: the book is encrypted page by page…"); }

void GateModel::reset()
{
    m_failure.reset();
    m_codeAsked = false;
    emit changed();
}

void GateModel::enter(const QString& user, const QString& password, const QString& code)
{
    if (busy() || m_wait > 0)
        return;
    if (user.trimmed() != m_user)
        m_codeAsked = false;
    m_user = user.trimmed();
    auto credentials = std::make_shared<Credentials>();
    credentials->user = m_user.toStdString();
    credentials->password = bytesOf(password);
    credentials->code = [code = code.trimmed().toStdString()]() -> Result<std::string> {
        return code.empty() ? Result<std::string>(refused("security.code-missing", "")) : Result<std::string>(code);
    };
    run(tr("Looking at the password…"), [entry = m_entry, credentials]() -> Result<void> {
        auto entered = entry(*credentials);
        security::wipe(credentials->password);
        return entered;
    });
}

void GateModel::run(const QString& work, std::function<Result<void>()> job)
{
    if (busy())
        return;
    m_work = work;
    m_failure.reset();
    m_result = std::make_shared<Result<void>>();
    m_worker = QThread::create([result = m_result, job = std::move(job)] { *result = job(); });
    connect(m_worker, &QThread::finished, this, [this] {
        delete std::exchange(m_worker, nullptr);
        finish(*std::exchange(m_result, {}));
    });
    m_worker->start();
    emit changed();
}

void GateModel::finish(const Result<void>& result)
{
    m_work.clear();
    if (result) {
        m_codeAsked = false;
        emit changed();
        emit entered();
        return;
    }
    m_failure = result.error();
    if (m_failure->code == "security.code-missing" || m_failure->code == "security.code")
        m_codeAsked = true;
    if (m_failure->code == "security.wait") {
        static const QRegularExpression seconds(QStringLiteral("(\\d+) s$"));
        const auto match = seconds.match(QString::fromStdString(m_failure->detail));
        m_wait = match.hasMatch() ? match.captured(1).toInt() : 0;
        if (m_wait > 0)
            m_second.start();
    }
    emit changed();
}

void GateModel::countDown()
{
    if (--m_wait > 0)
        return emit changed();
    m_second.stop();
    m_failure.reset();
    emit changed();
}

} // namespace rialto::admin
