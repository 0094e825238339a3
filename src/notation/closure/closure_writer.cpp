// Writing of closures.
#include "engine/base/digest.h"
#include "notation/closure/closure_fields.h"
#include "notation/closure/closure_file.h"
#include "notation/json/json_writer.h"
#include "notation/page/rfc3339.h"
#include "vocabulary/closure.h"

namespace vigie {
namespace {

using Json = JsonWriter;

void write(Json& json, std::string_view name, const Tally& tally) {
  json.key(name).begin_object();
  for (const TallyField& field : tally_fields) json.field(field.name, tally.*field.count);
  json.end_object();
}

void write(Json& json, std::string_view name, Ratio ratio) {
  json.field(name, std::to_string(ratio.numerator) + "/" + std::to_string(ratio.denominator));
}

void write(Json& json, std::string_view name, Duration length) {
  json.field(name, static_cast<std::int64_t>(length.count()));
}

void write(Json& json, std::string_view name, Instant at) { json.field(name, rfc3339(at)); }

void write(Json& json, std::string_view name, const Availability& availability);

/// What is not there is not written.
template <class T>
void write_some(Json& json, std::string_view name, const std::optional<T>& held) {
  if (held) write(json, name, *held);
}

void write(Json& json, std::string_view name, const AvailabilityFigure& figure) {
  json.key(name).begin_object();
  write(json, "observed_microseconds", figure.observed);
  write(json, "down_microseconds", figure.down);
  write_some(json, "up_share", figure.up_share);
  json.end_object();
}

void write(Json& json, const CumulatedWorst& worst) {
  json.begin_object().field("days", worst.days);
  write(json, "down_microseconds", worst.down);
  json.field("outages", worst.outages);
  json.field("until", std::string_view{rfc3339_date(worst.until)});
  json.field("kept", worst.is_kept).end_object();
}

void write(Json& json, std::string_view name, const Availability& availability) {
  json.key(name).begin_object();
  for (const FigureField& field : figure_fields) {
    write(json, field.name, availability.*field.figure);
  }
  for (const LengthField& field : length_fields) {
    write(json, field.name, availability.*field.length);
  }
  json.field("outages", availability.outages).field("ignored", availability.ignored);
  for (const MaybeLengthField& field : maybe_length_fields) {
    write_some(json, field.name, availability.*field.length);
  }
  json.key("cumulated").begin_array();
  for (const CumulatedWorst& worst : availability.cumulated) write(json, worst);
  json.end_array().key("down").begin_array();
  for (const Interval& one : availability.down_intervals) {
    json.begin_array().value(rfc3339(one.from)).value(rfc3339(one.to)).end_array();
  }
  json.end_array().end_object();
}

void write(Json& json, std::string_view name, const Attainment& attainment) {
  json.key(name).begin_object().field("period", attainment.period);
  write(json, "from", attainment.interval.from);
  write(json, "to", attainment.interval.to);
  write(json, "net", attainment.net_agreed);
  write(json, "gross", attainment.gross);
  write(json, "claimed", attainment.net_claimed);
  write_some(json, "required", attainment.required);
  write_some(json, "rate", attainment.rate);
  if (attainment.attained) json.field("attained", *attainment.attained);
  write_some(json, "statistic_microseconds", attainment.statistic);
  write_some(json, "availability", attainment.availability);
  for (const FlagField& field : flag_fields) json.field(field.name, attainment.*field.flag);
  json.end_object();
}

void write(Json& json, const CountedTicket& ticket) {
  json.begin_object().field("ticket", ticket.ticket).field("cycle", int{ticket.cycle});
  json.field("counted", key_of(ticket.counted)).field("gross", key_of(ticket.gross));
  json.field("standing", key_of(ticket.standing));
  write(json, "opened_at", ticket.opened_at);
  write_some(json, "breached_at", ticket.breached_at);
  write_some(json, "ended_at", ticket.ended_at);
  write(json, "elapsed_microseconds", ticket.elapsed);
  json.end_object();
}

void write(Json& json, const ClosedTarget& target) {
  json.begin_object().field("version", target.version).field("target", target.target);
  json.field("metric", key_of(target.metric)).field("statistic", key_of(target.statistic));
  write(json, "figures", target.attainment);
  json.key("tickets").begin_array();
  for (const CountedTicket& ticket : target.tickets) write(json, ticket);
  json.end_array().field("shown", target.shown).end_object();
}

void write(Json& json, const ClosedAmount& amount) {
  json.begin_object().field("version", amount.version).field("kind", key_of(amount.kind));
  json.field("clause", amount.clause);
  json.field("target", amount.target).field("ticket", amount.ticket);
  json.field("period", amount.period).field("due_in", amount.due_in);
  json.field("nature", key_of(amount.nature)).field("state", key_of(amount.state));
  json.field("amount_minor", amount.amount.minor);
  json.field("currency", key_of(amount.amount.currency)).end_object();
}

void write(Json& json, const MovedTicket& moved) {
  json.begin_object();
  if (moved.before) write(json.key("before"), *moved.before);
  if (moved.now) write(json.key("now"), *moved.now);
  json.end_object();
}

void write(Json& json, const Regularisation& booked) {
  json.begin_object().field("version", booked.version).field("target", booked.target);
  json.field("period", booked.period).field("booked_in", booked.booked_in);
  write(json, "closed", booked.closed);
  write(json, "now", booked.now);
  json.key("lines").begin_array();
  for (const RegularisationLine& line : booked.lines) {
    json.begin_object().field("cause", key_of(line.cause));
    write(json, "difference", line.difference);
    json.key("tickets").begin_array();
    for (const MovedTicket& moved : line.tickets) write(json, moved);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write(Json& json, const AmountRegularisation& booked) {
  json.begin_object().field("cause", key_of(booked.cause)).field("booked_in", booked.booked_in);
  write(json.key("closed"), booked.closed);
  write(json.key("now"), booked.now);
  json.end_object();
}

template <class T>
void write_list(Json& json, std::string_view name, const std::vector<T>& list) {
  json.key(name).begin_array();
  for (const T& one : list) write(json, one);
  json.end_array();
}

void write_basis(Json& json, const Closure& closure) {
  const ClosureBasis& basis = closure.basis;
  json.key("basis").begin_object();
  write(json, "as_of", basis.as_of);
  write_some(json, "known_at", basis.known_at);
  json.field("zones", basis.zones).field("calculation", basis.calculation);
  json.field("tickets", basis.tickets).field("events", basis.events);
  json.key("versions").begin_array();
  for (const ClosedVersion& version : closure.versions) {
    json.begin_object().field("version", version.version).field("digest", version.digest);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string closure_text(Closure& closure) {
  Json json;
  json.begin_object().field("closure", closure_format).field("agreement", closure.agreement);
  json.field("period", closure.period).field("revision", closure.revision);
  if (closure.revision > 1) {
    json.field("reason", closure.reason).field("reopens", closure.reopens);
  }
  write_basis(json, closure);
  write_list(json, "targets", closure.targets);
  write_list(json, "penalties", closure.amounts);
  write_list(json, "regularised", closure.regularised);
  write_list(json, "regularised_penalties", closure.regularised_amounts);
  json.key("page").begin_object();
  json.field("en", closure.page.en).field("fr", closure.page.fr).end_object();
  std::string text = json.take();
  closure.digest = digest_of(text);
  return text + std::string{digest_mark} + closure.digest + "\"}\n";
}

std::string closure_file_name(std::string_view agreement, std::string_view period, int revision) {
  std::string name{agreement};
  name.append("-").append(period);
  if (revision > 1) name.append(".r").append(std::to_string(revision));
  return name + ".json";
}

}  // namespace vigie
