// An explanation read back from its printed lines, in English or French: what a careful reader adds
// up with a pencil.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vigie::printed {

using Length = std::chrono::microseconds;

struct Line {
  std::chrono::local_time<Length> at;
  std::string holder;
  bool counts = false;
  Length parts{};   // open time of the parts, added up
  Length clocks{};  // by how much the clocks went forward inside it; negative: back
  Length running{};
};

struct Page {
  bool has_sums = false;  // false: a target in days, or not measurable
  Length counted{};       // of the title
  std::vector<Line> lines;
  std::string due;                      // body of the line, spaces normal
  std::map<std::string, Length> hours;  // held, in hours of the promise
  std::map<std::string, Length> wall;   // held, on the wall clock
  Length total{};
};

/// The pages of one print. `year` is that of dates that do not say it.
std::vector<Page> read_pages(const std::string& print, int year);

/// What the page says of the due instant, added up; empty when right, else what is wrong.
std::string check_due(const Page& page, int year);

/// Adds up lines, title and held times; empty when all agree, else what does not.
std::string check_sums(const Page& page);

}  // namespace vigie::printed
