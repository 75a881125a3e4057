// Does a state obey a gravity equation? q is constant in a vacuum; what is not constant is matter, and has a curvature.
import { areasOfGaussian, curvatureTomography, defectChange, geodesicsOf, gravityDefect } from 'bulkweave/bulk';
import { gaussianGroundState, hopping } from 'bulkweave/gaussian';
import { ring } from 'bulkweave/operator';

const sites = 102;
const options = { centralCharge: 1, shortest: 8, longest: 44 };

/** The defect of hopping fermions on a ring with a staggered potential around the middle. */
function defectOf(potential: number) {
  const chemicalPotential = Array.from({ length: sites }, (_, j) => {
    return potential * (-1) ** j * Math.exp(-(((j - 50.5) / 12) ** 2));
  });
  const { state } = gaussianGroundState(hopping(ring(sites), { chemicalPotential }));
  return gravityDefect(areasOfGaussian(state, { ring: true }), options);
}

const vacuum = defectOf(0);
console.log('q of the vacuum:', vacuum.mean, '±', vacuum.spread, 'and log(c/3) + 6 s₀/c: 3.25779');

const [change, twice] = [defectChange(defectOf(0.01), vacuum), defectChange(defectOf(0.02), vacuum)];
console.log('δq of twice the potential, ratio:', twice.spread! / change.spread!);

const { curvature, error } = curvatureTomography(geodesicsOf(twice, { stride: 4 }), { circumference: sites });
console.log(
  'error on intervals left out:',
  error,
  'least and greatest δK:',
  Math.min(...curvature),
  Math.max(...curvature),
);
