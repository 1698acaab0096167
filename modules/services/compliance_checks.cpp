// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/compliance_checks.h"

#include "advice/advice_words.h"

#include <map>

namespace rialto {

namespace {

using reports::CheckState;
using reports::ComplianceCheck;
using reports::LocalizedText;

const LocalizedText kReview{"Know your customer", "客户尽职调查"};
const LocalizedText kDocuments{"Documents", "文件"};
const LocalizedText kScreening{"Screening", "名单筛查"};
const LocalizedText kMandates{"Mandates", "投资授权"};
const LocalizedText kSuitability{"Suitability", "适当性"};
const LocalizedText kTasks{"Tasks and approvals", "待办与审批"};
const LocalizedText kOrders{"Refused orders", "被拒委托"};

CheckState stateOf(DueState state) { return state == DueState::Fine ? CheckState::Fine : state == DueState::DueSoon ? CheckState::Attention : CheckState::Breach; }

LocalizedText dueWords(DueState state)
{
    switch (state) {
    case DueState::Fine: return {"valid", "有效"};
    case DueState::DueSoon: return {"due soon", "即将到期"};
    case DueState::Overdue: return {"overdue", "已逾期"};
    }
    return {};
}

LocalizedText documentName(clients::DocumentKind kind)
{
    static const std::map<clients::DocumentKind, LocalizedText> names{{clients::DocumentKind::Passport, {"Passport", "护照"}}, {clients::DocumentKind::IdentityCard, {"Identity card", "身份证"}},
        {clients::DocumentKind::ProofOfAddress, {"Proof of address", "地址证明"}}, {clients::DocumentKind::TaxForm, {"Tax form", "税务表格"}}, {clients::DocumentKind::Agreement, {"Agreement", "协议"}},
        {clients::DocumentKind::CompanyRegister, {"Company register", "公司登记"}}, {clients::DocumentKind::TrustDeed, {"Trust deed", "信托契约"}}, {clients::DocumentKind::Other, {"Document", "其他文件"}}};
    return names.at(kind);
}

void addReview(std::vector<ComplianceCheck>& checks, const ClientOverview& it)
{
    if (!it.kyc) {
        checks.push_back({kReview, {"Review", "复核"}, {"there has been none", "尚未进行"}, CheckState::Breach, std::nullopt});
        return;
    }
    static const std::map<clients::KycStatus, LocalizedText> statuses{{clients::KycStatus::NotStarted, {"not started", "未开始"}}, {clients::KycStatus::InProgress, {"in progress", "进行中"}},
        {clients::KycStatus::Approved, {"approved", "已通过"}}, {clients::KycStatus::Rejected, {"rejected", "未通过"}}};
    static const std::map<clients::RiskRating, LocalizedText> ratings{{clients::RiskRating::Unrated, {"unrated", "未评级"}}, {clients::RiskRating::Low, {"low", "低"}}, {clients::RiskRating::Medium, {"medium", "中"}}, {clients::RiskRating::High, {"high", "高"}}};
    const bool approved = it.kyc->status == clients::KycStatus::Approved;
    const auto due = dueWords(it.kycState);
    const auto& status = statuses.at(it.kyc->status);
    checks.push_back({kReview, {"Review", "复核"}, {status.en + ", " + due.en, status.zh + "，" + due.zh}, approved ? stateOf(it.kycState) : CheckState::Breach, it.kyc->nextReview});
    const auto& rating = ratings.at(it.kyc->rating);
    checks.push_back({kReview, {"Risk rating", "风险评级"}, rating, it.kyc->rating == clients::RiskRating::Unrated ? CheckState::Breach : it.kyc->rating == clients::RiskRating::High ? CheckState::Attention : CheckState::Fine, std::nullopt});
    checks.push_back({kReview, {"Politically exposed", "政治公众人物"}, it.kyc->exposed ? LocalizedText{"yes", "是"} : LocalizedText{"no", "否"}, it.kyc->exposed ? CheckState::Attention : CheckState::Fine, std::nullopt});
}

void addMandates(std::vector<ComplianceCheck>& checks, const ClientOverview& it)
{
    for (const auto& mandate : it.mandates) {
        if (mandate.malformed) {
            checks.push_back({kMandates, {mandate.mandate.name, mandate.mandate.name}, {"cannot be read: " + mandate.malformed->detail, "无法解读：" + mandate.malformed->detail}, CheckState::Breach, std::nullopt});
            continue;
        }
        for (const auto& outcome : mandate.outcomes) {
            const auto& rule = *outcome.rule;
            LocalizedText finding = outcome.kept ? LocalizedText{"kept", "符合"} : LocalizedText{"broken", "违反"};
            if (!outcome.measured.empty()) {
                finding.en += ", " + outcome.measured;
                finding.zh += "，" + outcome.measured;
            }
            if (!outcome.why.empty()) {
                finding.en += " (" + outcome.why + ")";
                finding.zh += "（" + outcome.why + "）";
            }
            const CheckState state = outcome.kept ? CheckState::Fine : rule.warning || !mandate.mandate.inForce ? CheckState::Attention : CheckState::Breach;
            checks.push_back({kMandates, {rule.text, rule.text}, std::move(finding), state, std::nullopt});
        }
    }
}

} // namespace

reports::ComplianceFacts complianceOf(const std::optional<ClientOverview>& overview, const std::vector<reports::OrderRow>& orders, Date day)
{
    reports::ComplianceFacts facts;
    auto& checks = facts.checks;
    if (!overview) {
        checks.push_back({kReview, {"Client record", "客户资料"}, {"there is none", "缺失"}, CheckState::Breach, std::nullopt});
    } else {
        const ClientOverview& it = *overview;
        addReview(checks, it);
        for (const auto& due : it.documents) {
            auto name = documentName(due.document.kind);
            if (!due.document.number.empty()) {
                name.en += " " + due.document.number;
                name.zh += " " + due.document.number;
            }
            checks.push_back({kDocuments, std::move(name), dueWords(due.state), stateOf(due.state), due.document.expires});
        }
        for (const auto& [id, hit] : it.screening) {
            const bool open = hit.decision == clients::HitDecision::Open;
            const bool match = hit.decision == clients::HitDecision::TrueMatch;
            const LocalizedText finding = open ? LocalizedText{"not decided", "待判定"} : match ? LocalizedText{"true match", "确认命中"} : LocalizedText{"false positive", "误报"};
            checks.push_back({kScreening, {hit.list + ": " + hit.entryName, hit.list + "：" + hit.entryName}, finding, open || match ? CheckState::Breach : CheckState::Fine, std::nullopt});
        }
        addMandates(checks, it);
        if (it.assessment && it.suitability)
            checks.push_back({kSuitability, {"Portfolio against profile", "组合与风险类型"}, {advice::sentence(*it.suitability, it.assessment->profile, false), advice::sentence(*it.suitability, it.assessment->profile, true)},
                it.suitability->suits ? CheckState::Fine : CheckState::Breach, std::nullopt});
        else
            checks.push_back({kSuitability, {"Risk assessment", "风险评估"}, {"there has been none", "尚未进行"}, CheckState::Breach, std::nullopt});
        for (const auto& [id, task] : it.tasks)
            checks.push_back({kTasks, {task.title, task.title}, {"open" + (task.assignee.empty() ? std::string() : ", " + task.assignee), "未完成" + (task.assignee.empty() ? std::string() : "，" + task.assignee)},
                task.due && *task.due < day ? CheckState::Breach : CheckState::Attention, task.due});
        for (const auto& [id, approval] : it.approvals)
            checks.push_back({kTasks, {approval.title, approval.title}, {"waits for approval, asked by " + approval.requestedBy, "待审批，申请人 " + approval.requestedBy}, CheckState::Attention, std::nullopt});
        facts.missing = it.holdings.missing;
    }
    for (const auto& order : orders)
        if (!order.reason.empty() && order.state == "Rejected")
            checks.push_back({kOrders, {order.id + " " + order.symbol, order.id + " " + order.symbol}, {order.reason, order.reason}, CheckState::Attention, std::nullopt});
    return facts;
}

} // namespace rialto
