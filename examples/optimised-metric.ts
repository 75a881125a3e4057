// The optimal network of a conformal field theory: its metric, its geodesics against entropies of a lattice, an entanglement wedge.
import { entropiesOfGaussian, infiniteXyChain } from 'bulkweave/gaussian';
import {
  geodesicEntropies,
  halfDiskDomain,
  optimiseLayers,
  optimiseMetric,
  sideLength,
} from 'bulkweave/systems/liouville';

const constant = Math.LN2 / 3 + 0.4950179; // of S = (1/3) log ℓ + s₀ for free fermions at half filling
const lengths = [4, 16, 64];

const beta = 60;
const { entropy } = entropiesOfGaussian(infiniteXyChain(64, { coupling: 0.5, anisotropy: 0, field: 0 }, beta));
const strip = optimiseLayers({ epsilon: 0.01, beta }).value;
const areas = geodesicEntropies(strip, lengths, { constant });
lengths.forEach((length, k) => {
  const lattice = entropy(Array.from({ length }, (_, site) => site));
  console.log('interval of', length, 'sites: lattice', lattice, 'and metric', areas[k]);
});

// A half disk above z = ε whose arc is free: the arc becomes the geodesic between its ends
const epsilon = 0.1;
const wedge = optimiseMetric(halfDiskDomain(1, epsilon, epsilon / 8)).value;
console.log('arc:', sideLength(wedge, 1), 'and geodesic:', 2 * Math.asinh(Math.sqrt(1 - epsilon ** 2) / epsilon));
