// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AppServices that asks the Guard, lets commands wait for a second person, and keeps what must be remembered of it.
#include "services/app_services.h"

#include "services/command_text.h"
#include "services/guard.h"

#include <algorithm>
#include <chrono>

namespace rialto {

namespace {

constexpr int kApprovalsRead = 10'000;

Timestamp wallTime()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

Reply refusal(const Error& error)
{
    Reply reply;
    reply.refusals.push_back({error.code, error.detail});
    return reply;
}

} // namespace

void AppServices::setPrincipal(security::Principal principal)
{
    auto next = std::make_shared<const security::Principal>(std::move(principal));
    {
        const std::lock_guard lock(m_mutex);
        m_principal = next;
        m_view = guard::viewFor(*next, m_book);
    }
    if (m_host || m_thread.joinable())
        submit([next](EngineHost& host) { host.setActor(next->user); });
}

std::shared_ptr<const security::Principal> AppServices::principal() const
{
    const std::lock_guard lock(m_mutex);
    return m_principal;
}

void AppServices::policyChanged()
{
    submit([this](EngineHost&) { readPolicy(); });
}

void AppServices::readPolicy()
{
    if (!m_security)
        return;
    if (const auto settings = m_security->settings(); settings)
        m_policy = security::policyFrom(*settings);
}

Result<Reply> AppServices::staged(const security::Principal& caller, EngineHost::Body body, EngineHost& host)
{
    if (const auto allowed = guard::check(caller, body, host.engine()); !allowed) {
        if (!caller.implicit)
            (void)host.note({"security.refused", std::string(name(callOf(body))), allowed.error().text()});
        return refusal(allowed.error());
    }
    if (!caller.implicit)
        guard::sign(caller, body, host.engine());
    const auto why = m_security && !caller.implicit ? guard::secondPersonFor(m_policy, body, host.engine()) : std::nullopt;
    if (!why)
        return host.stage(std::move(body), m_hostTime);
    security::Approval approval;
    approval.requester = caller.user;
    approval.requested = wallTime();
    approval.subject = commandSubject(body, host.engine());
    approval.command = commandText(body);
    if (approval.command.empty()) // it has no form in which it could wait
        return refusal(refused("security.not-permitted", *why + " need a second person, and this way to them cannot wait for one"));
    approval.reason = *why;
    const auto id = m_security->addApproval(approval);
    if (!id)
        return id.error();
    if (const auto kept = host.note({"approval.asked", "approval " + std::to_string(*id), approval.subject}); !kept)
        return kept.error();
    return refusal(refused("security.waits-for-approval", "approval " + std::to_string(*id) + ": a second person decides on " + *why));
}

Result<Reply> AppServices::decided(const security::Principal& caller, std::int64_t id, bool approve, const std::string& remark, EngineHost& host)
{
    const std::string subject = "approval " + std::to_string(id);
    const auto all = m_security ? m_security->approvals(kApprovalsRead) : Result<std::vector<security::Approval>>(notFound("security.approval-unknown", subject));
    if (!all)
        return all.error();
    const auto found = std::find_if(all->begin(), all->end(), [id](const security::Approval& each) { return each.id == id; });
    if (found == all->end())
        return notFound("security.approval-unknown", subject);
    security::Approval approval = *found;
    if (approval.state != security::ApprovalState::Waiting)
        return conflict("security.approval-decided", subject + " was " + std::string(name(approval.state)) + " by " + approval.decider);
    const bool own = approval.requester == caller.user;
    if (own && approve)
        return refused("security.own-approval", "who asks does not approve");
    if (!own)
        if (const auto allowed = guard::check(caller, ServiceCall::DecideApproval); !allowed)
            return allowed.error();
    approval.state = approve ? security::ApprovalState::Approved : own ? security::ApprovalState::Withdrawn : security::ApprovalState::Refused;
    approval.decider = caller.user;
    approval.decided = wallTime();
    approval.remark = remark;
    Reply reply;
    reply.accepted = true;
    auto body = commandFrom(approval.command);
    if (!own && body) { // who decides need not be able to do it; their scope holds
        security::Principal whole = caller;
        whole.permissions = security::PermissionSet::all();
        if (const auto allowed = guard::check(whole, *body, host.engine()); !allowed)
            return allowed.error();
    }
    if (approve) {
        if (!body)
            return body.error();
        // Carried out first: were the program killed in between, deciding again repeats the same command id, and nothing doubles.
        reply = host.stage(std::move(*body), m_hostTime);
        if (!reply.accepted)
            return reply; // the engine says no: it goes on waiting
        if (const auto done = host.commit(); !done)
            return done.error();
    }
    const auto kept = m_security->decideApproval(approval);
    if (!kept)
        return kept.error();
    if (!*kept)
        return conflict("security.approval-decided", subject + " was decided by somebody else meanwhile");
    if (const auto noted = host.note({"approval." + std::string(name(approval.state)), subject, approval.subject + ", asked by " + approval.requester + (remark.empty() ? "" : ": " + remark)});
        !noted)
        return noted.error();
    return reply;
}

void AppServices::decideApproval(std::int64_t id, bool approve, std::string remark, ReplyHandler handler)
{
    submit([this, caller = principal(), id, approve, remark = std::move(remark), handler = std::move(handler)](EngineHost& host) mutable {
        m_answers.push_back({std::move(handler), decided(*caller, id, approve, remark, host)});
    });
}

void AppServices::revealClient(ClientId client, std::string reason, std::function<void(const Result<Client>&)> handler)
{
    submit([caller = principal(), client, reason = std::move(reason), handler = std::move(handler)](EngineHost& host) {
        const auto found = host.engine().clients().find(client);
        if (const auto allowed = security::require(*caller, permissionOf(ServiceCall::RevealClient), client); !allowed)
            return handler(allowed.error());
        if (reason.empty())
            return handler(invalid("security.reason-missing", "say why the data of this person is looked at"));
        if (found == host.engine().clients().end())
            return handler(notFound("services.client-unknown", std::to_string(client.value)));
        if (const auto noted = host.note({"client.revealed", "client " + std::to_string(client.value), reason}); !noted)
            return handler(noted.error());
        handler(found->second);
    });
}

void AppServices::queryClient(ClientId client, std::function<void(const Engine&)> reader, std::function<void(const Error&)> refuse)
{
    submit([caller = principal(), client, reader = std::move(reader), refuse = std::move(refuse)](EngineHost& host) {
        if (const auto allowed = security::require(*caller, permissionOf(ServiceCall::ReadClientLedger), client); allowed)
            reader(host.engine());
        else
            refuse(allowed.error());
    });
}

void AppServices::marks(std::function<void(const MarkOf&)> reader)
{
    submit([this, caller = principal(), reader = std::move(reader)](EngineHost& host) {
        if (const auto allowed = guard::check(*caller, ServiceCall::ReadMarket); allowed)
            reader([&host](InstrumentId id) { return host.engine().mark(id); });
        else
            m_refusals->put(allowed.error());
    });
}

void AppServices::note(AuditNote note, std::function<void(const Result<void>&)> handler)
{
    submit([note = std::move(note), handler = std::move(handler)](EngineHost& host) {
        const auto kept = host.note(note);
        if (handler)
            handler(kept);
    });
}

} // namespace rialto
