// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/binance/qt_http_port.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace rialto::binance {

namespace {

constexpr int kTimeoutMillis = 10'000;
constexpr qint64 kLargestAnswer = 16 * 1024 * 1024;

} // namespace

QtHttpPort::QtHttpPort(const std::string& url) : m_url(url)
{
    while (!m_url.empty() && m_url.back() == '/')
        m_url.pop_back();
}

QtHttpPort::~QtHttpPort()
{
    // Answers that are cut off by our end are nobody's any more.
    for (QNetworkReply* reply : m_manager.findChildren<QNetworkReply*>())
        reply->disconnect();
}

void QtHttpPort::send(const HttpRequest& request)
{
    QNetworkRequest out(QUrl::fromEncoded(QByteArray::fromStdString(m_url + request.target), QUrl::StrictMode));
    out.setTransferTimeout(kTimeoutMillis);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!request.apiKey.empty())
        out.setRawHeader("X-MBX-APIKEY", QByteArray::fromStdString(request.apiKey));
    out.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkReply* reply = m_manager.sendCustomRequest(out, QByteArray::fromStdString(request.method), QByteArray());
    const std::uint64_t id = request.id;
    QObject::connect(reply, &QNetworkReply::downloadProgress, &m_manager, [reply](qint64 received, qint64) {
        if (received > kLargestAnswer)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_manager, [this, reply, id] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool cut = reply->error() == QNetworkReply::OperationCanceledError;
        m_replies.push_back({id, cut ? 0 : status, reply->readAll().toStdString()});
        reply->deleteLater();
    });
}

} // namespace rialto::binance
