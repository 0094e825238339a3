// Reading of closures.
#include <boost/json.hpp>
#include <charconv>

#include "engine/base/digest.h"
#include "notation/closure/closure_fields.h"
#include "notation/closure/closure_file.h"
#include "notation/stamp.h"
#include "vocabulary/closure.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

namespace json = boost::json;

/// One object of the text. Reading goes on past what is missing or of another kind: the first such
/// key is kept in `wrong`.
class Fields {
 public:
  Fields(const json::value& value, std::string& wrong) : object_(value.if_object()), wrong_(wrong) {
    if (object_ == nullptr) note("{}");
  }

  bool has(std::string_view key) const { return find(key) != nullptr; }
  std::string text(std::string_view key) const;
  std::int64_t whole(std::string_view key) const;
  bool flag(std::string_view key) const;
  Duration length(std::string_view key) const { return Duration{whole(key)}; }
  Instant instant(std::string_view key) const { return instant_from(text(key), key); }
  CivilDay day(std::string_view key) const;
  Interval interval(const json::value& bounds, std::string_view key) const;
  Ratio ratio(std::string_view key) const;
  const json::array& list(std::string_view key) const;
  Fields object(std::string_view key) const {
    static const json::value nothing;
    const json::value* value = find(key);
    if (value == nullptr) note(key);
    return {value == nullptr ? nothing : *value, wrong_};
  }
  template <class List>
  List word(std::string_view key) const {
    const auto word = from_key<List>(text(key));
    if (!word) note(key);
    return word.value_or(List{});
  }
  template <class Read>
  auto maybe(std::string_view key, Read read) const {
    return has(key) ? std::optional{read(key)} : std::nullopt;
  }
  template <class T, class Read>
  std::vector<T> list_of(std::string_view key, Read read) const {
    std::vector<T> read_so_far;
    for (const json::value& value : list(key)) read_so_far.push_back(read(Fields{value, wrong_}));
    return read_so_far;
  }
  void note(std::string_view key) const {
    if (wrong_.empty()) wrong_ = key;
  }

 private:
  const json::value* find(std::string_view key) const {
    return object_ == nullptr ? nullptr : object_->if_contains({key.data(), key.size()});
  }
  Instant instant_from(const std::string& text, std::string_view key) const;

  const json::object* object_;
  std::string& wrong_;
};

std::string Fields::text(std::string_view key) const {
  const json::value* value = find(key);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  if (text == nullptr) {
    note(key);
    return {};
  }
  return {text->data(), text->size()};
}

std::int64_t Fields::whole(std::string_view key) const {
  const json::value* value = find(key);
  const std::int64_t* number = value == nullptr ? nullptr : value->if_int64();
  if (number == nullptr) note(key);
  return number == nullptr ? 0 : *number;
}

bool Fields::flag(std::string_view key) const {
  const json::value* value = find(key);
  const bool* truth = value == nullptr ? nullptr : value->if_bool();
  if (truth == nullptr) note(key);
  return truth != nullptr && *truth;
}

const json::array& Fields::list(std::string_view key) const {
  static const json::array none;
  const json::value* value = find(key);
  const json::array* list = value == nullptr ? nullptr : value->if_array();
  if (list == nullptr) note(key);
  return list == nullptr ? none : *list;
}

Instant Fields::instant_from(const std::string& text, std::string_view key) const {
  static const auto format = StampFormat::from("iso");
  const auto stamp = format->read(text);
  if (!stamp || !stamp->offset) {
    note(key);
    return {};
  }
  return Instant{stamp->local.time_since_epoch() - *stamp->offset};
}

CivilDay Fields::day(std::string_view key) const {
  static const auto format = StampFormat::from("yyyy-MM-dd");
  const auto stamp = format->read(text(key));
  if (!stamp) note(key);
  return stamp ? std::chrono::floor<std::chrono::days>(stamp->local) : CivilDay{};
}

Interval Fields::interval(const json::value& bounds, std::string_view key) const {
  const json::array* pair = bounds.if_array();
  const bool is_pair =
      pair != nullptr && pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string();
  if (!is_pair) {
    note(key);
    return {};
  }
  const auto bound = [&](const json::string& text) {
    return instant_from({text.data(), text.size()}, key);
  };
  return {bound((*pair)[0].get_string()), bound((*pair)[1].get_string())};
}

Ratio Fields::ratio(std::string_view key) const {
  const std::string written = text(key);
  const char* end = written.data() + written.size();
  Ratio ratio;
  const auto over = std::from_chars(written.data(), end, ratio.numerator);
  const bool has_bar = over.ec == std::errc{} && over.ptr != end && *over.ptr == '/';
  const auto under = has_bar ? std::from_chars(over.ptr + 1, end, ratio.denominator) : over;
  const bool is_read = has_bar && under.ec == std::errc{} && under.ptr == end;
  if (is_read && ratio.denominator > 0) return ratio;
  note(key);
  return {};
}

Tally tally_from(const Fields& fields) {
  Tally tally;
  for (const TallyField& field : tally_fields) tally.*field.count = fields.whole(field.name);
  return tally;
}

AvailabilityFigure figure_from(const Fields& fields) {
  return {.observed = fields.length("observed_microseconds"),
          .down = fields.length("down_microseconds"),
          .up_share = fields.maybe("up_share", [&](auto key) { return fields.ratio(key); })};
}

CumulatedWorst worst_from(const Fields& fields) {
  return {.days = static_cast<int>(fields.whole("days")),
          .down = fields.length("down_microseconds"),
          .outages = fields.whole("outages"),
          .until = fields.day("until"),
          .is_kept = fields.flag("kept")};
}

Availability availability_from(const Fields& fields) {
  Availability availability;
  for (const FigureField& field : figure_fields) {
    availability.*field.figure = figure_from(fields.object(field.name));
  }
  availability.outages = fields.whole("outages");
  availability.ignored = fields.whole("ignored");
  availability.cumulated = fields.list_of<CumulatedWorst>("cumulated", worst_from);
  for (const LengthField& field : length_fields) {
    availability.*field.length = fields.length(field.name);
  }
  for (const MaybeLengthField& field : maybe_length_fields) {
    availability.*field.length =
        fields.maybe(field.name, [&](auto key) { return fields.length(key); });
  }
  for (const json::value& bounds : fields.list("down")) {
    availability.down_intervals.push_back(fields.interval(bounds, "down"));
  }
  return availability;
}

Attainment attainment_from(const Fields& fields) {
  Attainment attainment;
  attainment.period = fields.text("period");
  attainment.interval = {fields.instant("from"), fields.instant("to")};
  attainment.net_agreed = tally_from(fields.object("net"));
  attainment.gross = tally_from(fields.object("gross"));
  attainment.net_claimed = tally_from(fields.object("claimed"));
  const auto ratio = [&](auto key) { return fields.ratio(key); };
  attainment.required = fields.maybe("required", ratio);
  attainment.rate = fields.maybe("rate", ratio);
  attainment.attained = fields.maybe("attained", [&](auto key) { return fields.flag(key); });
  attainment.statistic =
      fields.maybe("statistic_microseconds", [&](auto key) { return fields.length(key); });
  attainment.availability =
      fields.maybe("availability", [&](auto key) { return availability_from(fields.object(key)); });
  for (const FlagField& field : flag_fields) attainment.*field.flag = fields.flag(field.name);
  return attainment;
}

CountedTicket ticket_from(const Fields& fields) {
  const auto instant = [&](auto key) { return fields.instant(key); };
  return {.ticket = fields.text("ticket"),
          .cycle = static_cast<std::uint16_t>(fields.whole("cycle")),
          .counted = fields.word<Verdict>("counted"),
          .gross = fields.word<Verdict>("gross"),
          .standing = fields.word<Standing>("standing"),
          .opened_at = fields.instant("opened_at"),
          .breached_at = fields.maybe("breached_at", instant),
          .ended_at = fields.maybe("ended_at", instant),
          .elapsed = fields.length("elapsed_microseconds")};
}

ClosedTarget target_from(const Fields& fields) {
  return {.version = static_cast<int>(fields.whole("version")),
          .target = fields.text("target"),
          .metric = fields.word<Metric>("metric"),
          .statistic = fields.word<Statistic>("statistic"),
          .attainment = attainment_from(fields.object("figures")),
          .tickets = fields.list_of<CountedTicket>("tickets", ticket_from),
          .shown = fields.text("shown")};
}

ClosedAmount amount_from(const Fields& fields) {
  return {.version = static_cast<int>(fields.whole("version")),
          .kind = fields.word<LedgerLineKind>("kind"),
          .clause = fields.text("clause"),
          .target = fields.text("target"),
          .ticket = fields.text("ticket"),
          .period = fields.text("period"),
          .due_in = fields.text("due_in"),
          .nature = fields.word<PenaltyNature>("nature"),
          .state = fields.word<PenaltyState>("state"),
          .amount = {.minor = fields.whole("amount_minor"),
                     .currency = fields.word<Currency>("currency")}};
}

MovedTicket moved_from(const Fields& fields) {
  const auto ticket = [&](auto key) { return ticket_from(fields.object(key)); };
  MovedTicket moved{.before = fields.maybe("before", ticket), .now = fields.maybe("now", ticket)};
  if (!moved.before && !moved.now) fields.note("before");
  return moved;
}

RegularisationLine line_from(const Fields& fields) {
  RegularisationLine line{.cause = fields.word<RegularisationCause>("cause"),
                          .difference = tally_from(fields.object("difference")),
                          .tickets = fields.list_of<MovedTicket>("tickets", moved_from)};
  for (MovedTicket& moved : line.tickets) moved.cause = line.cause;
  return line;
}

Regularisation booked_from(const Fields& fields) {
  return {.agreement = {},
          .version = static_cast<int>(fields.whole("version")),
          .target = fields.text("target"),
          .period = fields.text("period"),
          .booked_in = fields.text("booked_in"),
          .closed = attainment_from(fields.object("closed")),
          .now = attainment_from(fields.object("now")),
          .lines = fields.list_of<RegularisationLine>("lines", line_from)};
}

AmountRegularisation booked_amount_from(const Fields& fields) {
  return {.agreement = {},
          .booked_in = fields.text("booked_in"),
          .closed = amount_from(fields.object("closed")),
          .now = amount_from(fields.object("now")),
          .cause = fields.word<RegularisationCause>("cause")};
}

ClosureBasis basis_from(const Fields& fields) {
  return {.as_of = fields.instant("as_of"),
          .known_at = fields.maybe("known_at", [&](auto key) { return fields.instant(key); }),
          .zones = fields.text("zones"),
          .calculation = static_cast<int>(fields.whole("calculation")),
          .tickets = static_cast<std::uint64_t>(fields.whole("tickets")),
          .events = static_cast<std::uint64_t>(fields.whole("events"))};
}

Closure closure_from(const Fields& fields) {
  if (fields.whole("closure") != closure_format) fields.note("closure");
  Closure closure{.agreement = fields.text("agreement"),
                  .period = fields.text("period"),
                  .revision = static_cast<int>(fields.whole("revision"))};
  if (closure.revision > 1) {
    closure.reason = fields.text("reason");
    closure.reopens = fields.text("reopens");
  }
  const Fields basis = fields.object("basis");
  closure.basis = basis_from(basis);
  closure.versions = basis.list_of<ClosedVersion>("versions", [](const Fields& one) {
    return ClosedVersion{.version = static_cast<int>(one.whole("version")),
                         .digest = one.text("digest")};
  });
  closure.targets = fields.list_of<ClosedTarget>("targets", target_from);
  closure.amounts = fields.list_of<ClosedAmount>("penalties", amount_from);
  closure.regularised = fields.list_of<Regularisation>("regularised", booked_from);
  closure.regularised_amounts =
      fields.list_of<AmountRegularisation>("regularised_penalties", booked_amount_from);
  for (auto& booked : closure.regularised) booked.agreement = closure.agreement;
  for (auto& booked : closure.regularised_amounts) booked.agreement = closure.agreement;
  const Fields page = fields.object("page");
  closure.page = {.en = page.text("en"), .fr = page.text("fr")};
  return closure;
}

Fault refused(FaultCode code, const std::string& file, const std::string& why = {}) {
  Fault fault{.code = code};
  fault.arguments.emplace_back("file", file);
  fault.place.file = file;
  if (!why.empty()) fault.arguments.emplace_back("why", why);
  return fault;
}

}  // namespace

Result<Closure> read_closure(std::string_view text, const std::string& file) {
  boost::system::error_code error;
  const json::value value = json::parse({text.data(), text.size()}, error);
  if (error) return refused(FaultCode::closure_malformed, file, error.message());
  const auto mark = text.rfind(digest_mark);
  if (mark == text.npos) return refused(FaultCode::closure_malformed, file, "digest");
  std::string wrong;
  const Fields fields{value, wrong};
  const std::string digest = fields.text("digest");
  const std::string end = std::string{digest_mark} + digest + "\"}\n";
  if (digest_of(text.substr(0, mark)) != digest || text.substr(mark) != end) {
    return refused(FaultCode::closure_altered, file);
  }
  Closure closure = closure_from(fields);
  if (!wrong.empty()) return refused(FaultCode::closure_malformed, file, wrong);
  closure.digest = digest;
  return closure;
}

}  // namespace vigie
