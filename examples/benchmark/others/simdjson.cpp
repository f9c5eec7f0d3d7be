// Reads administrations with simdjson On-Demand, and prints how many there are and how
// many points they have. It checks none of what they say.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include <simdjson.h>

using namespace simdjson;

int main(int, char **argv) {
  padded_string file = padded_string::load(argv[1]);
  ondemand::parser parser;
  int64_t records = 0, points = 0;
  const char *data = file.data();
  const size_t size = file.size();
  for (size_t at = 0; at < size;) {
    const char *end = static_cast<const char *>(memchr(data + at, '\n', size - at));
    const size_t length = end ? end - (data + at) : size - at;
    ondemand::document document = parser.iterate(data + at, length, length + SIMDJSON_PADDING);
    std::string_view unit = document["unit"]["id"], date = document["date"];
    if (unit.empty() || date.empty()) return 1;
    for (auto field : document["responses"].get_object()) {
      ondemand::value score = field.value();
      if (!score.is_null()) points += score.get_int64();
    }
    records++;
    at += length + 1;
  }
  std::printf("%lld %lld\n", static_cast<long long>(records), static_cast<long long>(points));
}
