#include "notation/case/case_tickets.h"

#include "notation/case/case_line.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

/// Events of one line with their sequences in the ticket.
using Line = std::vector<Event>;

std::uint32_t corrected_sequence(const Line& line, const Event& by) {
  for (const Event& event : line) {
    if (event.word == by.word && event.attribute == by.attribute) return event.sequence;
  }
  return line.front().sequence;
}

class TicketReader {
 public:
  TicketReader(const CaseLineContext& context, CaseTickets& tickets)
      : context_(context), tickets_(tickets) {}

  void read(const YamlEntry& entry) {
    lines_.clear();
    next_sequence_ = 1;
    const auto ticket = context_.names.intern<Ticket>(entry.key);
    for (const auto& item : entry.value.items) read_line(ticket, entry.key, item);
  }

 private:
  void read_line(Id<Ticket> ticket, const std::string& reference, const YamlNode& item) {
    auto line = case_line_from(item, context_);
    if (!line) return tickets_.faults.push_back(line.error());
    if (line->corrects > lines_.size()) {
      return tickets_.faults.push_back(
          {.code = FaultCode::case_line_absent,
           .arguments = {{"line", std::to_string(line->corrects)}, {"ticket", reference}},
           .place = item.place,
           .cures = {}});
    }
    for (const auto finding : line->findings) tickets_.findings.add(finding, reference);
    Line events = line->events;
    for (Event& event : events) {
      if (line->corrects > 0) {
        event.supersedes = corrected_sequence(lines_[line->corrects - 1], event);
      }
      event.sequence = next_sequence_++;
      tickets_.histories.append(ticket, event);
    }
    lines_.push_back(std::move(events));
  }

  const CaseLineContext& context_;
  CaseTickets& tickets_;
  std::vector<Line> lines_;
  std::uint32_t next_sequence_ = 1;
};

}  // namespace

CaseTickets case_tickets_from(const YamlNode& tickets, const Zone& zone, Names& names) {
  CaseTickets read;
  const CaseLineContext context{zone, names};
  TicketReader reader{context, read};
  for (const auto& entry : tickets.entries) reader.read(entry);
  return read;
}

}  // namespace vigie
