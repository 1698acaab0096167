// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/order_options.h"

#include <algorithm>
#include <sstream>

namespace rialto::cli {

namespace {

template <class Number>
Result<void> readNumber(const std::string& text, Number& into)
{
    if (text.empty())
        return {};
    const auto parsed = Number::parse(text);
    if (!parsed)
        return parsed.error();
    into = *parsed;
    return {};
}

Result<void> readTrail(const std::string& text, OrderTerms& terms)
{
    if (text.empty() || text.back() != '%')
        return readNumber(text, terms.trail);
    const auto share = parseDecimal(text.substr(0, text.size() - 1), 2);
    if (!share)
        return share.error();
    if (*share <= 0 || *share >= 10'000)
        return invalid("domain.number-range", text);
    terms.trailBasisPoints = static_cast<int>(*share);
    return {};
}

} // namespace

void addOrderOptions(CLI::App& app, OrderOptions& options)
{
    std::vector<std::string> types;
    for (int i = 0; i < kOrderTypes; ++i)
        types.emplace_back(name(static_cast<OrderType>(i)));
    std::vector<std::string> times;
    for (int i = 0; i < kTimesInForce; ++i)
        times.emplace_back(name(static_cast<TimeInForce>(i)));
    app.add_option("--type", options.type, "Order type")->check(CLI::IsMember(types))->capture_default_str();
    app.add_option("--limit", options.limit, "Limit price");
    app.add_option("--tif", options.tif, "How long it lasts")->check(CLI::IsMember(times))->capture_default_str();
    app.add_option("--trigger", options.trigger, "Of stops and touched orders: the price that the market must reach");
    app.add_option("--trail", options.trail, "Of trailing stops: the distance, as a price (0.25) or a share (1.5%)");
    app.add_option("--display", options.display, "Iceberg: the quantity that is shown");
    app.add_flag("--hidden", options.hidden, "Not shown in the book");
    app.add_flag("--post-only", options.postOnly, "Given up rather than taking");
    app.add_option("--peg", options.peg, "Of pegged orders: primary or middle")->check(CLI::IsMember({"primary", "middle"}))->capture_default_str();
    app.add_option("--peg-offset", options.pegOffset, "Of pegged orders: so far towards the other side");
    app.add_option("--good-till", options.goodTill, "With --tif gtd: the last day, YYYY-MM-DD");
}

Result<void> applyOrderOptions(const OrderOptions& options, OrderRequest& request)
{
    const auto type = parseOrderType(options.type);
    if (!type)
        return type.error();
    const auto tif = parseTimeInForce(options.tif);
    if (!tif)
        return tif.error();
    request.type = *type;
    request.tif = *tif;
    OrderTerms& terms = request.terms;
    for (const auto& done : {readNumber(options.limit, request.limit), readNumber(options.trigger, terms.trigger), readTrail(options.trail, terms),
             readNumber(options.display, terms.display), readNumber(options.pegOffset, terms.pegOffset), readNumber(options.goodTill, terms.goodTill)})
        if (!done)
            return done;
    terms.hidden = options.hidden;
    terms.postOnly = options.postOnly;
    terms.pegTo = options.peg == "middle" ? PegTo::Middle : PegTo::Primary;
    return {};
}

Result<OrderRequest> parseLeg(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word && words.size() < 16;)
        words.push_back(word);
    const auto wrong = [&](const std::string& what) { return invalid("cli.leg", "'" + text.substr(0, 80) + "': " + what); };
    if (words.size() < 3)
        return wrong("say side, quantity and type, as in 'sell 100 limit 45.00'");
    OrderRequest leg;
    const auto side = parseSide(words[0]);
    const auto quantity = Quantity::parse(words[1]);
    const auto type = parseOrderType(words[2]);
    if (!side)
        return wrong("the side is buy or sell");
    if (!quantity)
        return wrong("the quantity is not a number");
    if (!type)
        return wrong("the type is not known");
    leg.side = *side;
    leg.quantity = *quantity;
    leg.type = *type;
    std::size_t at = 3;
    const auto number = [&]() -> std::string { return at < words.size() ? words[at++] : std::string("nothing"); };
    Result<void> done;
    if (*type == OrderType::Limit)
        done = readNumber(number(), leg.limit);
    else if (trails(*type))
        done = readTrail(number(), leg.terms);
    else if (waitsForTrigger(*type))
        done = readNumber(number(), leg.terms.trigger);
    while (done && at < words.size()) {
        const std::string word = words[at++];
        if (word == "limit") {
            done = readNumber(number(), leg.limit);
        } else if (word == "till") {
            done = readNumber(number(), leg.terms.goodTill);
        } else {
            const auto tif = parseTimeInForce(word);
            if (!tif)
                return wrong("'" + word + "' means nothing here");
            leg.tif = *tif;
        }
    }
    if (!done)
        return wrong(done.error().text());
    return leg;
}

Order orderIn(const BookSnapshot& book, OrderId id)
{
    // Orders lie by their number, but for a user who sees only some of them.
    if (id.valid() && id.value <= book.orders.size() && book.orders[id.value - 1].id == id)
        return book.orders[id.value - 1];
    const auto found = std::find_if(book.orders.begin(), book.orders.end(), [id](const Order& each) { return each.id == id; });
    return found == book.orders.end() ? Order{} : *found;
}

Result<void> waitForOrder(AppServices& services, OrderId order, int seconds)
{
    const auto open = [&] { return orderIn(*services.book(), order).open(); };
    const Timestamp deadline = services.session().venueTime + seconds * kNanosPerSecond;
    while (open() && services.session().venueTime < deadline)
        if (auto advanced = services.advanceTo(services.hostTime() + 200 * kNanosPerMilli); !advanced)
            return advanced;
    return {};
}

std::string noteText(const std::vector<std::string>& notes)
{
    std::string text;
    for (const auto& note : notes) {
        text += '\n' + note + ": ";
        if (note == "oms.held-trigger")
            text += "the broker has no such order; Rialto watches the trigger and sends it then. While Rialto is off nothing watches.";
        else if (note == "oms.held-group")
            text += "the broker has no such group; Rialto keeps one of its orders live at a time. While Rialto is off only that one works.";
        else if (note == "oms.held-good-till")
            text += "the broker has no last day; Rialto cancels it at the close of that day, or at the next start after it.";
    }
    return text;
}

} // namespace rialto::cli
